package org.suyuan.foodsafety;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.foodsafety.Wanted.Any;

/**
 * Days of publication, from one to before another; null where it is open.
 */
record Stretch(LocalDate from, LocalDate before) {

    static final Stretch EVER = new Stretch(null, null);

    private static final int MOST_DAYS = 100 * 366;

    /** Of a year as 2026 or a month as 2026-01; of anything else any day. */
    static Stretch of(String value) {
        if (value != null && value.matches("\\d{4}")) {
            var first = LocalDate.of(Integer.parseInt(value), 1, 1);
            return new Stretch(first, first.plusYears(1));
        }
        if (value != null && value.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            var first = YearMonth.parse(value).atDay(1);
            return new Stretch(first, first.plusMonths(1));
        }
        return EVER;
    }

    /** The days that both have; empty ones end before they begin. */
    Stretch within(Stretch other) {
        return new Stretch(
                from == null || other.from != null && other.from.isAfter(from) ? other.from : from,
                before == null || other.before != null && other.before.isBefore(before) ? other.before : before);
    }

    /** The days of this one that lie before another one begins. */
    Stretch before(Stretch newer) {
        return new Stretch(from, newer.from);
    }

    /** The last months of this one, at least one, that hold so many days; its end must be known. */
    Stretch last(long days) {
        return within(new Stretch(before.minusDays(Math.max(1, days)).withDayOfMonth(1), null));
    }

    boolean isEmpty() {
        return from != null && before != null && !from.isBefore(before);
    }

    /** How many days; both ends must be known. */
    long days() {
        return ChronoUnit.DAYS.between(from, before);
    }

    /** On PostgreSQL the sum keeps the planner from walking the days one notice at a time. */
    Sql condition() {
        var sql = Sql.of("");
        if (from != null) {
            sql = sql.then(Sql.of(" and n.published_on + 0 >= ?", from));
        }
        return before == null ? sql : sql.then(Sql.of(" and n.published_on + 0 < ?", before));
    }

    /**
     * Its years and months as tokens, of which its notices have one, so that the index itself leaves out most others. None
     * when it is open or they would be too many.
     */
    List<Wanted> tokens() {
        if (from == null || before == null || days() > MOST_DAYS) {
            return List.of();
        }
        var tokens = new ArrayList<Wanted>();
        var month = YearMonth.from(from);
        var end = YearMonth.from(before.minusDays(1)).plusMonths(1);
        while (month.isBefore(end)) {
            boolean year = month.getMonthValue() == 1 && !month.plusYears(1).isAfter(end);
            tokens.add(Wanted.has(
                    year
                            ? Facet.YEAR.token(String.valueOf(month.getYear()))
                            : Published.monthToken(month.getYear(), month.getMonthValue())));
            month = month.plusMonths(year ? 12 : 1);
        }
        return List.of(new Any(tokens));
    }
}
