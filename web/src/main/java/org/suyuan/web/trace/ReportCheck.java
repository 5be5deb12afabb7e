package org.suyuan.web.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.trace.CompleteReport;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Answers.Fault;

/** 校验: everything that keeps a report from being submitted, as far as a page can know before the use case decides (F21). */
@ApplicationScoped
class ReportCheck {

    @Inject
    private Validator validator;

    @Inject
    private Answers answers;

    List<Fault> faults(ReportEntry entry) {
        var faults = new ArrayList<>(batchFaults(entry));
        faults.addAll(answers.faults(validator.validate(entry.getForm(), CompleteReport.class)));
        if (entry.getLeft() != null && entry.getLeft().signum() < 0) {
            faults.add(new Fault(
                    "sales",
                    answers.text(
                            "traceText.soldTooMuch",
                            entry.getSoldTotal(),
                            entry.getGoods().remaining())));
        }
        faults.addAll(deliveryFaults(entry));
        return faults;
    }

    /** Of several batches at least one was sold; this holds for a draft, too. */
    List<Fault> batchFaults(ReportEntry entry) {
        return entry.getGoods() != null
                        && !entry.getGoods().batches().isEmpty()
                        && entry.getForm().getBatchNos().isEmpty()
                ? List.of(new Fault("batchNos", answers.text("traceText.batchRequired")))
                : List.of();
    }

    private List<Fault> deliveryFaults(ReportEntry entry) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; entry.getGoods() != null && i < entry.getSales().size(); i++) {
            var delivered = entry.getSales().get(i).getDeliveryDate();
            var imported = entry.getGoods().importDate();
            if (delivered != null && delivered.isBefore(imported)) {
                faults.add(new Fault(
                        "sales[" + i + "].deliveryDate",
                        answers.text("traceText.rowDeliveredBeforeImport", i + 1, delivered, imported)));
            }
        }
        return faults;
    }
}
