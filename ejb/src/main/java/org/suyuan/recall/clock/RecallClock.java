package org.suyuan.recall.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.reference.WorkingDays;
import org.suyuan.shared.BusinessTime;

/**
 * The two deadlines of a recall (F9). It must start so many hours after the notice, and be finished on the so-manieth
 * working day after the 公告日期, which itself does not count, until 24:00 in Asia/Shanghai.
 *
 * @param start met when the importer starts the recall (启动召回)
 * @param finish met when the completing round is submitted; null while there is no 公告日期
 */
public record RecallClock(Deadline start, Deadline finish) {

    /**
     * @param startedAt when the importer started it, or null
     * @param announcedOn 公告日期, or null
     * @param finishedAt when the completing round was submitted, or null
     */
    public static RecallClock of(
            RecallLevel level,
            Instant notifiedAt,
            Instant startedAt,
            LocalDate announcedOn,
            Instant finishedAt,
            WorkingDays calendar) {
        var start = new Deadline(notifiedAt, notifiedAt.plus(level.toStart()), startedAt, Set.of());
        return new RecallClock(start, announcedOn == null ? null : finish(level, announcedOn, finishedAt, calendar));
    }

    private static Deadline finish(RecallLevel level, LocalDate announcedOn, Instant finishedAt, WorkingDays calendar) {
        var last = calendar.after(announcedOn, level.workingDaysToFinish());
        return new Deadline(endOf(announcedOn), endOf(last.day()), finishedAt, last.unknownYears());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private Stream<Deadline> deadlines() {
        return Stream.of(start, finish).filter(Objects::nonNull);
    }

    /** The worse of the two. */
    public Light light(Instant now) {
        return deadlines()
                .map(deadline -> deadline.light(now))
                .max(Comparator.naturalOrder())
                .orElse(Light.OFF);
    }

    /** The next deadline that is not met; null when none runs. */
    public Deadline next() {
        return deadlines()
                .filter(deadline -> deadline.met() == null)
                .min(Comparator.comparing(Deadline::due))
                .orElse(null);
    }

    /** Years whose calendar must be imported before {@link #finish()} can be relied on. */
    public Set<Integer> unknownYears() {
        return deadlines()
                .flatMap(deadline -> deadline.unknownYears().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
