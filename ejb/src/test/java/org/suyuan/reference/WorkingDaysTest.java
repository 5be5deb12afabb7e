package org.suyuan.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.shared.table.CsvText;

/** Counted by hand on the calendars of the State Council's notices. */
@Tag("F9")
public class WorkingDaysTest {

    private final WorkingDays shipped = shipped();

    /** The calendar that the portal ships. */
    public static WorkingDays shipped() {
        var holidays = days("holiday");
        var makeUpDays = days("make_up_day");
        return new WorkingDays(holidays::contains, makeUpDays::contains);
    }

    private static Set<LocalDate> days(String table) {
        try (var file = WorkingDays.class.getResourceAsStream("/codes/" + table + ".csv")) {
            return CsvText.lines(new String(file.readAllBytes(), StandardCharsets.UTF_8), ',')
                    .skip(1)
                    .map(row -> LocalDate.parse(row.get(0), DateTimeFormatter.BASIC_ISO_DATE))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 春节 2026: off February 15 to 23, at work on Saturdays 14 and 28
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-13, 10, 2026-03-05",
        "2026-02-10, 10, 2026-03-02",
        "2026-02-18, 1, 2026-02-24",
        "2026-02-27, 1, 2026-02-28",
        // 国庆 2026: off October 1 to 7, at work on Sunday September 20 and Saturday October 10
        "2026-09-18, 1, 2026-09-20",
        "2026-09-28, 10, 2026-10-16",
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        // 国庆 and 中秋 2025: off October 1 to 8, at work on Sunday September 28 and Saturday October 11
        "2025-09-26, 10, 2025-10-16",
        "2025-09-24, 30, 2025-11-11",
        // over the end of 2025: off January 1 to 3, at work on Sunday January 4
        "2025-12-30, 2, 2026-01-04",
        "2025-12-22, 10, 2026-01-06",
        "2025-12-22, 20, 2026-01-20",
        // an ordinary month
        "2026-11-02, 10, 2026-11-16",
        "2026-11-06, 1, 2026-11-09"
    })
    void deadlines_counted_by_hand(LocalDate day, int workingDays, LocalDate last) {
        assertThat(shipped.after(day, workingDays)).isEqualTo(new WorkingDays.Count(last, Set.of()));
    }

    /** Another way to the same days: all working days in one row, and so many places on. */
    @Test
    void agrees_with_a_second_calculation_on_every_day_of_twelve_years() {
        var holidays = days("holiday");
        var makeUpDays = days("make_up_day");
        var working = LocalDate.of(2015, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> makeUpDays.contains(day) || day.getDayOfWeek().getValue() < 6 && !holidays.contains(day))
                .toList();
        var first = LocalDate.of(2015, 1, 1);
        for (var day = first; day.isBefore(LocalDate.of(2026, 11, 1)); day = day.plusDays(1)) {
            int place = Collections.binarySearch(working, day);
            int before = place >= 0 ? place : -place - 2;
            for (int count : new int[] {10, 20, 30}) {
                assertThat(shipped.after(day, count).day())
                        .as("%s + %d", day, count)
                        .isEqualTo(working.get(before + count));
            }
        }
    }

    @Test
    void a_year_without_its_notice_is_counted_by_the_week_and_named() {
        assertThat(shipped.knows(2026)).isTrue();
        assertThat(shipped.knows(2027)).isFalse();
        assertThat(shipped.after(LocalDate.of(2026, 12, 21), 8).unknownYears()).isEmpty();

        var count = shipped.after(LocalDate.of(2026, 12, 21), 10);

        assertThat(count.day()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(count.unknownYears()).containsExactly(2027);
    }
}
