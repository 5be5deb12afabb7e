package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.recall.ActionLine;
import org.suyuan.recall.RecallReporting;
import org.suyuan.recall.RoundForm;
import org.suyuan.recall.notices.ProposedReturn;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Answers.Fault;

/** 召回申请: the round of a recall that is being written. Its acts are synchronized, so that a double click counts once. */
@Named
@ViewScoped
public class RecallEdit implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RecallReporting reporting;

    @Inject
    private NoticeBoard board;

    @Inject
    private RecallView view;

    @Inject
    private RoundCheck check;

    @Inject
    private Answers answers;

    private RoundForm form = new RoundForm();
    private boolean waiting;

    /** Begins with what was saved of the round. */
    public void open() {
        var recall = view.getDetail();
        if (recall != null) {
            form = recall.form();
            waiting = view.isWaiting();
        }
    }

    public synchronized void saveDraft() {
        if (answers.toldOf(() -> form.setLockVersion(reporting.saveDraft(form).lockVersion()))) {
            view.refresh();
            answers.info("recallText.saved", form.getRoundNo());
            PrimeFaces.current().executeScript("suyuan.saved('')");
        }
    }

    /** Asks before it files, with the totals in front of the operator. */
    public void askToSubmit() {
        if (complete()) {
            PrimeFaces.current().executeScript("PF('submitDialog').show()");
        }
    }

    /** 校验: says everything that keeps the round from being submitted, with the way to each field (F21). */
    public void checkAll() {
        if (complete()) {
            answers.info("recallText.checkedFine");
        }
    }

    private boolean complete() {
        var faults = check.faults(view.getDetail(), form);
        faults.forEach(fault -> answers.pointTo(field(fault.property()), fault.text()));
        return faults.isEmpty();
    }

    /** Beside the field that was just left: what does not add up over all rounds. */
    public void check() {
        for (Fault fault : check.quantityFaults(view.getDetail(), form)) {
            answers.tell(field(fault.property()), fault.text());
        }
    }

    /** Client id of the field behind a property of the form; a row is opened by its link 修改. */
    private static String field(String property) {
        if (property.startsWith("actions[")) {
            return "round:actions:" + property.substring("actions[".length(), property.indexOf(']')) + ":change";
        }
        return "round:" + (property.equals("actions") ? "addAction" : property);
    }

    /** 提交本次召回申请 */
    public synchronized void submit() {
        if (answers.toldOf(() -> reporting.submitRound(form))) {
            answers.info("recallText.submitted", form.getRoundNo());
            answers.leaveFor("/recall/" + form.getTaskNo());
        }
    }

    /** Goes on with the page as it is once customs has answered. */
    public void look() {
        if (!view.isWaiting()) {
            Faces.redirect("recall/%s", view.getTask().taskNo());
        }
    }

    /** True when customs had yet to answer as this page was opened. */
    public boolean isWaiting() {
        return waiting;
    }

    /** 已召回数量 of this round. */
    public BigDecimal getRecalled() {
        return RoundCheck.recalled(form.getActions());
    }

    /** 已召回数量 of all rounds with this one. */
    public BigDecimal getRecalledTotal() {
        return check.recalledBefore(view.getDetail(), form).add(getRecalled());
    }

    /** Below zero when more came back than there was. */
    public BigDecimal getOpen() {
        return check.balance(view.getDetail(), form).open();
    }

    /** Confirmed returns of buyers that neither a round nor this form has taken over. */
    public List<ProposedReturn> getProposals() {
        var taken = form.getActions().stream().map(ActionLine::getNoticeId).toList();
        return board.proposals().stream()
                .filter(proposal -> !taken.contains(proposal.noticeId()))
                .toList();
    }

    public List<ActionLine> getActions() {
        return form.getActions();
    }

    public RoundForm getForm() {
        return form;
    }
}
