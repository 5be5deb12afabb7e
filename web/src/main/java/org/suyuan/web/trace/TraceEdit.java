package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.trace.SalesLine;
import org.suyuan.trace.SavedReport;
import org.suyuan.trace.TraceDetail;
import org.suyuan.trace.TraceFiling;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceReportForm;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Answers.Fault;

/** 追溯填报: one report being written. Its acts are synchronized, so that a double click cannot make two reports. */
@Named
@ViewScoped
public class TraceEdit implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String DECLARATION_NO = "report:declarationNo";

    @Inject
    private TraceFiling filing;

    @Inject
    private TraceQueries reports;

    @Inject
    private DeclarationLookup lookup;

    @Inject
    private ReportCheck check;

    @Inject
    private Answers answers;

    @Inject
    @Param(name = "no")
    private String unifiedNo;

    private ReportEntry entry = new ReportEntry();
    private Header header;
    private String declarationNo;

    /** Begins a new report, or opens the one that the address names. */
    public void open() {
        if (unifiedNo == null) {
            return;
        }
        var detail = reports.detail(unifiedNo);
        if (detail.isEmpty()) {
            Faces.responseSendError(404, null);
        } else if (detail.get().report().status().isEditable()) {
            show(detail.get());
        } else {
            Faces.redirect("trace/%s", unifiedNo);
        }
    }

    public synchronized void saveDraft() {
        if (batchesChosen() && answers.toldOf(() -> reopen(filing.saveDraft(getForm())))) {
            answers.info("traceText.saved", getForm().getUnifiedNo());
            if (declarationNo != null && !declarationNo.equals(getForm().getDeclarationNo())) {
                answers.warn(null, "traceText.savedWithoutGoods", declarationNo);
            }
            PrimeFaces.current()
                    .executeScript("suyuan.saved('?no=%1$s', '%1$s')"
                            .formatted(getForm().getUnifiedNo()));
        }
    }

    /** Asks before it files, with the totals in front of the filer (T32). */
    public void askToSubmit() {
        if (complete()) {
            PrimeFaces.current().executeScript("PF('submitDialog').show()");
        }
    }

    /** 校验: says everything that keeps the report from being submitted, with the way to each field (F21). */
    public void check() {
        if (complete()) {
            answers.info("traceText.checkedFine");
        }
    }

    private boolean complete() {
        var matches = declarationMatchesGoods();
        return matches
                & told(check.faults(entry).stream()
                        .filter(fault -> matches || !field(fault.property()).equals(DECLARATION_NO))
                        .toList());
    }

    private boolean batchesChosen() {
        return told(check.batchFaults(entry));
    }

    private boolean told(List<Fault> faults) {
        faults.forEach(fault -> answers.pointTo(field(fault.property()), fault.text()));
        return faults.isEmpty();
    }

    /** Client id of the field behind a property of the form; a row of sales is opened by its link 修改. */
    private static String field(String property) {
        if (property.startsWith("sales[")) {
            return "report:sales:" + property.substring("sales[".length(), property.indexOf(']')) + ":change";
        }
        return switch (property) {
            case "sales" -> "report:addSale";
            case "batchNos" -> "report:batches";
            case "generateQr" -> "report:generateQr";
            default -> DECLARATION_NO;
        };
    }

    public synchronized void submit() {
        if (batchesChosen() && answers.toldOf(() -> entry.keep(filing.submit(getForm())))) {
            leaveFor("/trace/" + getForm().getUnifiedNo(), "traceText.submitted");
        }
    }

    public synchronized void delete() {
        if (answers.toldOf(
                () -> filing.delete(getForm().getUnifiedNo(), getForm().getLockVersion()))) {
            leaveFor("/trace/list", "traceText.deleted");
        }
    }

    private void leaveFor(String address, String message) {
        answers.info(message, getForm().getUnifiedNo());
        answers.leaveFor(address);
    }

    /** Takes over the goods item that was picked. */
    void pick(Goods picked) {
        entry.pick(picked);
        declarationNo = picked.declarationNo();
    }

    synchronized void append(List<SalesLine> lines) {
        getSales().addAll(lines);
    }

    public void removeAllSales() {
        getSales().clear();
        PrimeFaces.current().executeScript("PF('removeSalesDialog').hide(); suyuan.changed()");
    }

    private void reopen(SavedReport saved) {
        entry.keep(saved);
        header = reports.detail(saved.unifiedNo()).map(Header::of).orElseThrow();
    }

    private void show(TraceDetail detail) {
        var filed = detail.report().goods();
        header = Header.of(detail);
        if (filed == null) {
            entry = new ReportEntry(detail, null);
            return;
        }
        declarationNo = filed.declarationNo();
        entry = new ReportEntry(
                detail,
                lookup.declaredNow(new DeclarationNumber(declarationNo)).stream()
                        .filter(goods -> goods.seqNo() == filed.seqNo())
                        .findFirst()
                        .orElseGet(() -> {
                            answers.warn(null, "traceText.withdrawn", declarationNo);
                            return Goods.asFiled(filed);
                        }));
    }

    private boolean declarationMatchesGoods() {
        if (declarationNo != null && !declarationNo.equals(getForm().getDeclarationNo())) {
            answers.refuseAt(DECLARATION_NO, "traceText.goodsNotPicked", declarationNo);
            return false;
        }
        return true;
    }

    public boolean isDeletable() {
        return header != null;
    }

    public ReportEntry getEntry() {
        return entry;
    }

    public TraceReportForm getForm() {
        return entry.getForm();
    }

    public List<SalesLine> getSales() {
        return entry.getSales();
    }

    public Header getHeader() {
        return header;
    }

    public Goods getGoods() {
        return entry.getGoods();
    }

    public String getDeclarationNo() {
        return declarationNo;
    }

    public void setDeclarationNo(String declarationNo) {
        this.declarationNo = DeclarationLookup.plain(declarationNo);
    }
}
