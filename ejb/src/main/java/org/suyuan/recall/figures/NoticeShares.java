package org.suyuan.recall.figures;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * How many buyers of the recalled lots were told, opened their notice and confirmed it, as it stood at a moment (F12).
 *
 * @param at the moment
 * @param buyers who bought of the lots
 * @param median time from being told to the confirmation, over all who had confirmed; null when nobody had
 * @param firstTold null when nobody was told, as the last one
 */
public record NoticeShares(
        Instant at,
        int buyers,
        int told,
        int opened,
        int confirmed,
        Duration median,
        Instant firstTold,
        Instant lastTold) {

    /** What one buyer had done when; null for what he has not. */
    public record Milestones(Instant told, Instant opened, Instant confirmed) {}

    /** @param notices of those buyers for whom there is one */
    public static NoticeShares asOf(Instant at, int buyers, Collection<Milestones> notices) {
        var told = notices.stream()
                .map(Milestones::told)
                .filter(moment -> isReached(at, moment))
                .sorted()
                .toList();
        return new NoticeShares(
                at,
                buyers,
                told.size(),
                reached(at, notices, Milestones::opened),
                reached(at, notices, Milestones::confirmed),
                median(notices.stream()
                        .filter(notice -> isReached(at, notice.confirmed()))
                        .map(notice -> Duration.between(notice.told(), notice.confirmed()))
                        .sorted()
                        .toList()),
                told.isEmpty() ? null : told.get(0),
                told.isEmpty() ? null : told.get(told.size() - 1));
    }

    private static int reached(Instant at, Collection<Milestones> notices, Function<Milestones, Instant> milestone) {
        return (int) notices.stream()
                .map(milestone)
                .filter(moment -> isReached(at, moment))
                .count();
    }

    private static boolean isReached(Instant at, Instant moment) {
        return moment != null && !moment.isAfter(at);
    }

    /** Of an even number the mean of the two in the middle. */
    private static Duration median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
    }

    /** Percent of all buyers, two decimals; null when there are none. */
    public BigDecimal toldPercent() {
        return percent(told);
    }

    public BigDecimal openedPercent() {
        return percent(opened);
    }

    public BigDecimal confirmedPercent() {
        return percent(confirmed);
    }

    private BigDecimal percent(int part) {
        return Percent.of(BigDecimal.valueOf(part), BigDecimal.valueOf(buyers));
    }
}
