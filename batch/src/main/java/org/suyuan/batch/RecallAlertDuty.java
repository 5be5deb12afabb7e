package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.recall.notices.RecallAlerts;

/** Writes to importers about new recalls and their deadlines. Looks at all open recalls, hence not every two seconds. */
@ApplicationScoped
class RecallAlertDuty implements Duty {

    @Inject
    private RecallAlerts alerts;

    @Override
    public String name() {
        return "recall-alerts";
    }

    @Override
    public int looks() {
        return 5;
    }

    @Override
    public void perform() {
        alerts.write();
    }
}
