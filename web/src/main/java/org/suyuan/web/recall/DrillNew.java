package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import org.omnifaces.cdi.ViewScoped;
import org.suyuan.recall.drill.DrillPlan;
import org.suyuan.recall.drill.Drills;
import org.suyuan.web.portal.Answers;

/** 开始演练: lots are chosen and a scenario is written; then the drill traces at once (F13). */
@Named
@ViewScoped
public class DrillNew extends LotChoice<DrillPlan> {

    private static final long serialVersionUID = 1L;

    @Inject
    private Drills drills;

    @Inject
    private Answers answers;

    public DrillNew() {
        super("drill", new DrillPlan());
    }

    public synchronized void start() {
        var started = new ArrayList<String>();
        if (complete() && answers.toldOf(() -> started.add(drills.start(getForm())))) {
            answers.info("recallText.drillStarted", started.get(0));
            answers.leaveFor("/drill/" + started.get(0));
        }
    }
}
