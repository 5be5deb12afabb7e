package org.suyuan.recall;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.suyuan.recall.clock.Deadline;
import org.suyuan.recall.clock.Light;
import org.suyuan.recall.clock.RecallClock;
import org.suyuan.recall.clock.RecallLevel;

/**
 * One line of the list of 召回管理.
 *
 * @param light the worse of its two deadlines; {@code OFF} once customs withdrew the order
 * @param next the deadline that is to be met next, or null
 * @param calendarMissing the deadline runs through a year whose calendar is not known
 */
public record RecallRow(
        String taskNo,
        RecallKind kind,
        RecallStatus status,
        String declarationNo,
        int goodsSeqNo,
        String foodName,
        String batchNos,
        RecallLevel level,
        String reason,
        LocalDate initiatedOn,
        boolean unread,
        boolean started,
        Light light,
        Deadline next,
        boolean calendarMissing)
        implements Serializable {

    static RecallRow of(RecallTask task, RecallClock clock, Instant now) {
        boolean open = task.status() == RecallStatus.OPEN;
        return new RecallRow(
                task.taskNo(),
                task.kind(),
                task.status(),
                task.declarationNo(),
                task.goodsSeqNo(),
                task.foodName(),
                String.join(";", task.lots()),
                task.level(),
                task.reason(),
                task.initiatedOn(),
                task.unread(),
                task.startedAt() != null,
                task.status() == RecallStatus.CANCELLED ? Light.OFF : clock.light(now),
                open ? clock.next() : null,
                open && !clock.unknownYears().isEmpty());
    }

    /** Open ones by what must be met first, then those whose clock does not run; the others stay as they came. */
    Instant urgency() {
        if (status != RecallStatus.OPEN) {
            return Instant.MAX;
        }
        return next == null ? Instant.MAX.minusSeconds(1) : next.due();
    }
}
