package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.cdi.ViewScoped;
import org.suyuan.recall.RecallPlan;
import org.suyuan.recall.RecallReporting;
import org.suyuan.web.portal.Answers;

/** What sets the clock of a recall: 启动召回, 公告日期, and how much is to come back. */
@Named
@ViewScoped
public class RecallPlanning implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RecallReporting reporting;

    @Inject
    private RecallView view;

    @Inject
    private Answers answers;

    private final RecallPlan plan = new RecallPlan();

    /** Begins with what was saved. */
    public void open() {
        var task = view.getTask();
        if (task != null) {
            plan.setAnnouncedOn(task.announcedOn());
            plan.setPlannedQuantity(task.plannedQuantity());
        }
    }

    public void start() {
        if (answers.toldOf(() -> reporting.start(taskNo()))) {
            view.refresh();
            answers.info("recallText.started");
        }
    }

    public void save() {
        if (check() && answers.toldOf(() -> reporting.plan(taskNo(), plan))) {
            view.refresh();
            answers.info("recallText.planned");
        }
    }

    /** The rule that looks beyond the field: nothing is announced before it was ordered. */
    public boolean check() {
        var initiated = view.getTask().initiatedOn();
        var early = plan.getAnnouncedOn() != null && plan.getAnnouncedOn().isBefore(initiated);
        if (early) {
            answers.refuse("clock:announcedOn", "recallText.announcedTooEarly", plan.getAnnouncedOn(), initiated);
        }
        return !early;
    }

    private String taskNo() {
        return view.getTask().taskNo();
    }

    public RecallPlan getPlan() {
        return plan;
    }
}
