package org.suyuan.web.recall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.suyuan.recall.ActionLine;
import org.suyuan.recall.RecallDetail;
import org.suyuan.recall.RecallRound;
import org.suyuan.recall.RoundForm;
import org.suyuan.recall.figures.Disposal;
import org.suyuan.recall.figures.RecallBalance;
import org.suyuan.trace.CompleteReport;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Answers.Fault;

/** 校验: everything that keeps a round from being submitted, as far as a page can know before the use case decides (F21). */
@ApplicationScoped
class RoundCheck {

    @Inject
    private Validator validator;

    @Inject
    private Answers answers;

    List<Fault> faults(RecallDetail recall, RoundForm form) {
        var faults = new ArrayList<>(answers.faults(validator.validate(form, CompleteReport.class)));
        faults.addAll(quantityFaults(recall, form));
        return faults;
    }

    /** What does not add up over all rounds (R11, F11). */
    List<Fault> quantityFaults(RecallDetail recall, RoundForm form) {
        var balance = balance(recall, form);
        var faults = new ArrayList<Fault>();
        if (balance.isImpossible()) {
            faults.add(new Fault(
                    "destroyed",
                    answers.text(
                            "recallText.disposedTooMuch", balance.disposal().total(), balance.recalled())));
        }
        if (balance.exceedsRecallable()
                && (form.getExplanation() == null || form.getExplanation().isBlank())) {
            faults.add(new Fault(
                    "explanation",
                    answers.text(
                            "recallText.recalledTooMuch",
                            balance.recalled().add(balance.disposal().unrecoverable()),
                            balance.recallable())));
        }
        return faults;
    }

    /** The balance as it will be once this form is submitted. */
    RecallBalance balance(RecallDetail recall, RoundForm form) {
        var saved = recall.balance();
        return new RecallBalance(
                saved.imported(),
                saved.sold(),
                saved.notFiled(),
                form.isUnsoldToo(),
                recalledBefore(recall, form).add(recalled(form.getActions())),
                new Disposal(
                        orNone(form.getDestroyed()),
                        orNone(form.getRemedied()),
                        orNone(form.getInStock()),
                        orNone(form.getUnrecoverable())),
                saved.lotsMixed(),
                form.isCompleted());
    }

    /** By the other rounds. */
    BigDecimal recalledBefore(RecallDetail recall, RoundForm form) {
        return recall.rounds().stream()
                .filter(round -> round.roundNo() != form.getRoundNo())
                .map(RecallRound::recalled)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal recalled(List<ActionLine> actions) {
        return actions.stream()
                .map(action -> orNone(action.getRecalledQuantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal orNone(BigDecimal quantity) {
        return Objects.requireNonNullElse(quantity, BigDecimal.ZERO);
    }
}
