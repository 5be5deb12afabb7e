package org.suyuan.recall.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.reference.WorkingDays;
import org.suyuan.reference.WorkingDaysTest;
import org.suyuan.shared.BusinessTime;

@Tag("F9")
class RecallClockTest {

    private static final WorkingDays CALENDAR = WorkingDaysTest.shipped();
    private static final Instant NOTICE = at("2026-09-28T22:30");

    @ParameterizedTest
    @CsvSource({"FIRST, 2026-09-29T22:30", "SECOND, 2026-09-30T22:30", "THIRD, 2026-10-01T22:30"})
    void must_start_within_hours_of_the_notice_holidays_or_not(RecallLevel level, String due) {
        assertThat(clock(level, null, null, null).start().due()).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({"FIRST, 2026-10-17T00:00", "SECOND, 2026-10-31T00:00", "THIRD, 2026-11-14T00:00"})
    void must_be_finished_by_the_last_hour_of_a_working_day_after_the_announcement(RecallLevel level, String due) {
        var finish =
                clock(level, null, LocalDate.of(2026, 9, 28), null).finish(); // 国庆 October 1 to 7, work on the 10th
        assertThat(finish.begins()).isEqualTo(at("2026-09-29T00:00"));
        assertThat(finish.due()).isEqualTo(at(due));
        assertThat(finish.unknownYears()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-29T16:29:59, GREEN",
        "2026-09-29T16:30:00, AMBER",
        "2026-09-29T22:30:00, AMBER",
        "2026-09-29T22:30:01, RED"
    })
    void is_amber_after_three_quarters_and_red_when_late(String now, Light light) {
        assertThat(clock(RecallLevel.FIRST, null, null, null).light(at(now))).isEqualTo(light);
    }

    @Test
    void a_deadline_that_was_met_stays_met_and_tells_when_that_was_late() {
        var clock = clock(RecallLevel.FIRST, at("2026-09-29T22:30"), null, null);
        assertThat(clock.start().light(at("2027-01-01T00:00"))).isEqualTo(Light.MET);
        assertThat(clock.next()).isNull();

        var late = clock(RecallLevel.FIRST, at("2026-09-29T22:31"), LocalDate.of(2026, 9, 28), at("2026-10-16T23:59"));
        assertThat(late.start().light(NOTICE)).isEqualTo(Light.MET_LATE);
        assertThat(late.finish().light(NOTICE)).isEqualTo(Light.MET);
    }

    @Test
    void the_next_deadline_is_the_earlier_of_those_that_are_not_met() {
        var announced = LocalDate.of(2026, 9, 28);
        var both = clock(RecallLevel.FIRST, null, announced, null);
        assertThat(both.next()).isEqualTo(both.start());
        var started = clock(RecallLevel.FIRST, NOTICE, announced, null);
        assertThat(started.next()).isEqualTo(started.finish());
    }

    @Test
    void a_calendar_that_is_missing_is_named() {
        var clock = clock(RecallLevel.SECOND, NOTICE, LocalDate.of(2026, 12, 21), null);
        assertThat(clock.unknownYears()).containsExactly(2027);
    }

    private static RecallClock clock(RecallLevel level, Instant startedAt, LocalDate announcedOn, Instant finishedAt) {
        return RecallClock.of(level, NOTICE, startedAt, announcedOn, finishedAt, CALENDAR);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }
}
