package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.suyuan.recall.notices.RecallAlerts;
import org.suyuan.shared.BusinessTime;

/** Writes to importers about new recalls and their deadlines. Looks at all open recalls, hence not every two seconds. */
@ApplicationScoped
class RecallAlertDuty implements Duty {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Inject
    private RecallAlerts alerts;

    @Inject
    private BusinessTime time;

    private Instant next = Instant.MIN;

    @Override
    public String name() {
        return "recall-alerts";
    }

    @Override
    public void perform() {
        if (!time.now().isBefore(next)) {
            alerts.write();
            next = time.now().plus(PAUSE);
        }
    }
}
