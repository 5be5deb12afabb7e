package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.recall.drill.DrillReport;
import org.suyuan.recall.drill.Drills;
import org.suyuan.web.portal.Answers;

/** 结束演练: the stock count, the conclusion, and what is to be improved; then the evidence is made. */
@Named
@ViewScoped
public class DrillFinish implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DrillView view;

    @Inject
    private Drills drills;

    @Inject
    private Answers answers;

    private final DrillReport report = new DrillReport();

    /** Asks before nothing can be changed any more. */
    public void askToFinish() {
        report.setDrillNo(view.getDrill().drillNo());
        var faults = answers.faultsOf(report);
        faults.forEach(fault -> answers.pointTo("finish:" + fault.property(), fault.text()));
        if (faults.isEmpty()) {
            PrimeFaces.current().executeScript("PF('finishDialog').show()");
        }
    }

    public synchronized void finish() {
        if (answers.toldOf(() -> drills.finish(report))) {
            answers.info("recallText.drillFinished", report.getDrillNo());
            answers.leaveFor("/drill/" + report.getDrillNo());
        }
    }

    /** Field rules stand on {@link DrillReport}; there are no others. */
    public boolean check() {
        return true;
    }

    public DrillReport getReport() {
        return report;
    }
}
