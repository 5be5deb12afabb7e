package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.recall.ActionLine;
import org.suyuan.recall.notices.ProposedReturn;
import org.suyuan.web.portal.Answers;

/**
 * The dialog 召回处理情况 (figure 5-16): one row of a round, new or being changed or removed. Field rules stand on {@link
 * ActionLine}.
 */
@Named
@ViewScoped
public class ActionDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RecallEdit edit;

    @Inject
    private RecallView view;

    @Inject
    private RoundCheck quantities;

    @Inject
    private Answers answers;

    private ActionLine line = new ActionLine();
    private int row;

    public void add() {
        show(edit.getActions().size(), new ActionLine());
    }

    /** 取用: a new row with what a buyer has confirmed, to be completed. */
    public void take(ProposedReturn proposal) {
        show(edit.getActions().size(), new ActionLine(proposal.line()));
    }

    public void change(ActionLine action) {
        show(edit.getActions().indexOf(action), new ActionLine(action));
    }

    private void show(int place, ActionLine copy) {
        row = place;
        line = copy;
        PrimeFaces.current().resetInputs("action");
        PrimeFaces.current().executeScript("PF('actionDialog').show()");
    }

    public void askToRemove(ActionLine action) {
        row = edit.getActions().indexOf(action);
        line = action;
        PrimeFaces.current().executeScript("PF('removeDialog').show()");
    }

    public void remove() {
        edit.getActions().remove(row);
        PrimeFaces.current().executeScript("PF('removeDialog').hide(); suyuan.changed()");
    }

    /** 确认: takes the row over. */
    public void confirm() {
        if (check()) {
            if (row < edit.getActions().size()) {
                edit.getActions().set(row, line);
            } else {
                edit.getActions().add(line);
            }
            line = new ActionLine();
            PrimeFaces.current().executeScript("PF('actionDialog').hide(); suyuan.changed()");
        }
    }

    /** The rules that look beyond a field: the dates in order, and what there is to recall. */
    public boolean check() {
        warnOfTooMuch();
        if (line.getStartDate() == null || line.getEndDate() == null) {
            return true;
        }
        var faults = answers.faultsOf(line).stream()
                .filter(fault -> "endDate".equals(fault.property()))
                .toList();
        faults.forEach(fault -> answers.tell("action:endDate", fault.text()));
        return faults.isEmpty();
    }

    private void warnOfTooMuch() {
        if (line.getRecalledQuantity() != null) {
            var actions = new ArrayList<>(edit.getActions());
            if (row < actions.size()) {
                actions.remove(row);
            }
            var recall = view.getDetail();
            var total = quantities
                    .recalledBefore(recall, edit.getForm())
                    .add(RoundCheck.recalled(actions))
                    .add(line.getRecalledQuantity());
            var recallable = quantities.balance(recall, edit.getForm()).recallable();
            if (total.compareTo(recallable) > 0) {
                answers.warn("action:recalledQuantity", "recallText.overRecallable", total, recallable);
            }
        }
    }

    public ActionLine getLine() {
        return line;
    }

    public int getRow() {
        return row;
    }
}
