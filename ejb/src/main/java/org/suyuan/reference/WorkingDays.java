package org.suyuan.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * 工作日: Mondays to Fridays, without the days off and with the make-up days of the State Council's yearly notice. The
 * notice of a year comes out late in the year before; until then its days count by the week alone.
 */
public final class WorkingDays {

    /**
     * A day found by counting.
     *
     * @param unknownYears years that were counted through without their notice; when there are any, the day may be wrong
     */
    public record Count(LocalDate day, Set<Integer> unknownYears) {}

    private final Predicate<LocalDate> holidays;
    private final Predicate<LocalDate> makeUpDays;

    WorkingDays(Predicate<LocalDate> holidays, Predicate<LocalDate> makeUpDays) {
        this.holidays = holidays;
        this.makeUpDays = makeUpDays;
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? makeUpDays.test(day) : !holidays.test(day);
    }

    /** True when the notice of that year is there: no year goes without 国庆节. */
    public boolean knows(int year) {
        return holidays.test(LocalDate.of(year, Month.OCTOBER, 1));
    }

    /** The last of so many working days after a day, which itself is not counted. */
    public Count after(LocalDate day, int workingDays) {
        var last = day;
        var unknownYears = new TreeSet<Integer>();
        for (int counted = 0; counted < workingDays; ) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) {
                counted++;
            }
            if (!knows(last.getYear())) {
                unknownYears.add(last.getYear());
            }
        }
        return new Count(last, Set.copyOf(unknownYears));
    }
}
