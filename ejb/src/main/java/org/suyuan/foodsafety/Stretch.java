package org.suyuan.foodsafety;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.foodsafety.Wanted.Any;

/**
 * Days of publication, from one to before another; null where it is open.
 */
record Stretch(LocalDate from, LocalDate before) {

    static final Stretch EVER = new Stretch(null, null);

    private static final int MOST_TOKENS = 200;

    /** The days that both have; empty ones end before they begin. */
    Stretch within(Stretch other) {
        return new Stretch(
                from == null || other.from != null && other.from.isAfter(from) ? other.from : from,
                before == null || other.before != null && other.before.isBefore(before) ? other.before : before);
    }

    boolean isEmpty() {
        return from != null && before != null && !from.isBefore(before);
    }

    /** The days themselves. On PostgreSQL the sum keeps the planner from walking the days one notice at a time. */
    Sql condition() {
        var sql = Sql.of("");
        if (from != null) {
            sql = sql.then(Sql.of(" and n.published_on + 0 >= ?", from));
        }
        return before == null ? sql : sql.then(Sql.of(" and n.published_on + 0 < ?", before));
    }

    /**
     * Tokens of which its notices have one, so that the index itself leaves out all others. None when that would be too many.
     *
     * @param newest day of the newest notice there is
     */
    List<Wanted> tokens(LocalDate newest) {
        if (from == null) {
            return List.of();
        }
        var end = before == null || before.isAfter(newest) ? newest.plusDays(1) : before;
        var tokens = new ArrayList<Wanted>();
        for (var day = from; day.isBefore(end) && tokens.size() <= MOST_TOKENS; ) {
            var step = step(day, end);
            tokens.add(Wanted.has(token(day, step)));
            day = day.plus(step);
        }
        return tokens.isEmpty() || tokens.size() > MOST_TOKENS ? List.of() : List.of(new Any(tokens));
    }

    private static Period step(LocalDate day, LocalDate end) {
        if (day.getDayOfYear() == 1 && !day.plusYears(1).isAfter(end)) {
            return Period.ofYears(1);
        }
        return day.getDayOfMonth() == 1 && !day.plusMonths(1).isAfter(end) ? Period.ofMonths(1) : Period.ofDays(1);
    }

    private static String token(LocalDate day, Period step) {
        if (step.getYears() > 0) {
            return Facet.YEAR.token(String.valueOf(day.getYear()));
        }
        return step.getMonths() > 0
                ? Published.monthToken(day.getYear(), day.getMonthValue())
                : Published.dayToken(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
