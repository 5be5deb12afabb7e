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
    private static final int MANY_MONTHS = 6;
    private static final int DAYS_BY_MONTH = MANY_MONTHS * 30;

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

    /** The last months of this one, or years when there are many, that hold at least so many days; its end must be known. */
    Stretch last(long days) {
        var begin = before.minusDays(Math.max(1, days));
        return within(new Stretch(days > DAYS_BY_MONTH ? begin.withDayOfYear(1) : begin.withDayOfMonth(1), null));
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
     * Its years and months as tokens, of which its notices have one, so that the index itself leaves out most others. Of a year
     * with many of its months the whole year, since each token takes time. None when it is open or they would be too many.
     */
    List<Wanted> tokens() {
        if (from == null || before == null || days() > MOST_DAYS) {
            return List.of();
        }
        var tokens = new ArrayList<Wanted>();
        var last = before.minusDays(1);
        for (int year = from.getYear(); year <= last.getYear(); year++) {
            int begin = year == from.getYear() ? from.getMonthValue() : 1;
            int end = year == last.getYear() ? last.getMonthValue() : 12;
            if (end - begin >= MANY_MONTHS) {
                tokens.add(Wanted.has(Facet.YEAR.token(String.valueOf(year))));
            } else {
                for (int month = begin; month <= end; month++) {
                    tokens.add(Wanted.has(Published.monthToken(year, month)));
                }
            }
        }
        return List.of(new Any(tokens));
    }
}
