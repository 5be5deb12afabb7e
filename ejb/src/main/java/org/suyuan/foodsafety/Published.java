package org.suyuan.foodsafety;

import java.time.LocalDate;
import java.util.stream.Stream;

/** The tokens by which a notice is found by a day or a month that it names. */
final class Published {

    private Published() {}

    static Stream<String> tokens(LocalDate day) {
        return Stream.of(
                dayToken(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
                monthToken(day.getYear(), day.getMonthValue()));
    }

    static String dayToken(int year, int month, int day) {
        return "day=%04d-%02d-%02d".formatted(year, month, day);
    }

    static String monthToken(int year, int month) {
        return "month=%04d-%02d".formatted(year, month);
    }
}
