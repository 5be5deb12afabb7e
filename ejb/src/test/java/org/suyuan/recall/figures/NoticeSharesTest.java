package org.suyuan.recall.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.recall.figures.NoticeShares.Milestones;

@Tag("F12")
class NoticeSharesTest {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    /** Told after hours 0, 1, 2, 30 and never; confirmed 4, 10 and 3 hours after that, the last two not. */
    private static final List<Milestones> NOTICES = List.of(
            new Milestones(hour(0), hour(1), hour(4)),
            new Milestones(hour(1), hour(2), hour(11)),
            new Milestones(hour(2), hour(5), hour(5)),
            new Milestones(hour(30), hour(31), null),
            new Milestones(null, null, null));

    @Test
    void counts_what_had_happened_by_then() {
        assertThat(NoticeShares.asOf(hour(5), 7, NOTICES))
                .isEqualTo(new NoticeShares(hour(5), 7, 3, 3, 2, minutes(210), hour(0), hour(2)));
        assertThat(NoticeShares.asOf(hour(48), 7, NOTICES))
                .isEqualTo(new NoticeShares(hour(48), 7, 4, 4, 3, minutes(240), hour(0), hour(30)));
    }

    @Test
    void shares_are_of_all_buyers_also_of_those_without_a_notice() {
        var shares = NoticeShares.asOf(hour(48), 7, NOTICES);

        assertThat(shares.toldPercent()).isEqualTo("57.14");
        assertThat(shares.openedPercent()).isEqualTo("57.14");
        assertThat(shares.confirmedPercent()).isEqualTo("42.86");
    }

    @Test
    void before_anybody_is_told_there_is_no_median_and_without_buyers_no_share() {
        var before = NoticeShares.asOf(hour(-1), 5, NOTICES);

        assertThat(before).isEqualTo(new NoticeShares(hour(-1), 5, 0, 0, 0, null, null, null));
        assertThat(before.toldPercent()).isEqualByComparingTo("0");
        assertThat(NoticeShares.asOf(hour(0), 0, List.of()).toldPercent()).isNull();
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
