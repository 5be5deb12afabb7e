package org.suyuan.web.recall;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.suyuan.recall.clock.Deadline;
import org.suyuan.shared.BusinessTime;
import org.suyuan.web.portal.Answers;

/** Deadlines in words: how much time is left, or by how much it is over. */
@Named
@RequestScoped
public class RecallTimes {

    @Inject
    private BusinessTime time;

    @Inject
    private Answers answers;

    public String left(Deadline deadline) {
        if (deadline == null || deadline.met() != null) {
            return "";
        }
        var left = deadline.left(time.now());
        return answers.text(left.isNegative() ? "recallText.overdueBy" : "recallText.timeLeft", span(left.abs()));
    }

    /** A span in words. */
    String span(Duration span) {
        return span.toDays() > 0
                ? answers.text("recallText.daysHours", span.toDays(), span.toHoursPart())
                : answers.text("recallText.hoursMinutes", span.toHours(), span.toMinutesPart());
    }
}
