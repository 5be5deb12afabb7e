package org.suyuan.exchange.message;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How an authority writes days. */
final class WrittenDays {

    private static final String SPREADSHEET = "excel";
    private static final Pattern SPREADSHEET_DAY = Pattern.compile("([1-9][0-9]{4})(\\.[0-9]+)?");
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ISO_TIME = Pattern.compile("(" + ISO.pattern() + ")[T ][0-9]{2}:[0-9]{2}.*");
    private static final int CENTURY = 100;

    /** @param shortYear where only the last two digits of years are written */
    private record Way(DateTimeFormatter format, boolean shortYear) {}

    private final List<Way> ways = new ArrayList<>();
    private final boolean spreadsheet;
    private final LocalDate latest;

    /**
     * @param patterns separated by {@code ||}, as those of {@link DateTimeFormatter}
     * @param language of names of months
     * @param today years of two digits mean the last hundred years up to the next one
     */
    WrittenDays(String patterns, Locale language, LocalDate today) {
        latest = today.plusYears(1);
        boolean numbers = false;
        for (var pattern : patterns.split("\\|\\|")) {
            if (pattern.strip().equals(SPREADSHEET)) {
                numbers = true;
            } else if (!pattern.isBlank()) {
                ways.add(way(pattern.strip(), language));
            }
        }
        spreadsheet = numbers;
    }

    private static Way way(String pattern, Locale language) {
        var letters = pattern.replaceAll("'[^']*'", "");
        if (letters.matches(".*[YD].*")) {
            throw new IllegalArgumentException("dates 的 “" + pattern + "” 中年应写作 u，日应写作 d");
        }
        try {
            var builder = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(yearsAsU(pattern));
            if (letters.indexOf('d') < 0) {
                builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
            }
            if (!letters.matches(".*[ML].*")) {
                builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
            }
            return new Way(
                    builder.toFormatter(language).withResolverStyle(ResolverStyle.STRICT),
                    letters.matches("[^uy]*(uu|yy)[^uy]*"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("dates 的 “" + pattern + "” 不是日期的格式（" + e.getMessage() + "）");
        }
    }

    /** Years of an era, which most people write, need the era to be strict. */
    private static String yearsAsU(String pattern) {
        var parts = pattern.split("'", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replace('y', 'u');
        }
        return String.join("'", parts);
    }

    static boolean isIso(String text) {
        return ISO.matcher(text).matches();
    }

    /** As messages write days; as it is when nothing fits, so that the check names it. */
    String iso(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        var number = SPREADSHEET_DAY.matcher(text);
        if (spreadsheet && number.matches()) {
            return SPREADSHEET_EPOCH.plusDays(Long.parseLong(number.group(1))).toString();
        }
        for (var way : ways) {
            try {
                var day = LocalDate.parse(text, way.format());
                return (way.shortYear() && day.isAfter(latest) ? day.minusYears(CENTURY) : day).toString();
            } catch (DateTimeException e) {
                // another way may fit
            }
        }
        var time = ISO_TIME.matcher(text);
        return time.matches() ? time.group(1) : isIso(text) ? text : written;
    }
}
