package org.suyuan.foodsafety;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days, months and years as people type them in Chinese and English, most precise first. 3/4/2023 may be read in two ways:
 * each is an alternative.
 */
final class TypedDays {

    private static final String YEAR = "(19\\d\\d|20\\d\\d)";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String ORDINAL = "(?:st|nd|rd|th)?";
    private static final String BEGIN = "(?<![\\p{L}\\p{N}]|\\d[./-])";
    private static final String END = "(?![\\p{L}\\p{N}]|[./-]\\d)";
    private static final List<Form> FORMS = List.of(
            new Form("ymd", "(?<!\\d|\\d[./-])" + YEAR + "[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?!\\d|[./-]\\d)"),
            new Form("ymd", BEGIN + YEAR + "(\\d\\d)(\\d\\d)" + END),
            new Form("dmy", BEGIN + "(\\d{1,2})" + ORDINAL + " " + MONTH + ",? " + YEAR + END),
            new Form("mdy", BEGIN + MONTH + " (\\d{1,2})" + ORDINAL + ",? " + YEAR + END),
            new Form("dmy", BEGIN + "(\\d{1,2})[./-](\\d{1,2})[./-]" + YEAR + END),
            new Form("ym", "(?<!\\d|\\d[./-])" + YEAR + "[-/.年](\\d{1,2})月?(?!\\d|[./-]\\d)"),
            new Form("my", BEGIN + MONTH + ",? " + YEAR + END),
            new Form("y", BEGIN + YEAR + "(?:年|" + END + ")"));

    /** @param parts what each group of the pattern is: year, month or day */
    private record Form(String parts, Pattern pattern) {
        Form(String parts, String pattern) {
            this(parts, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    /**
     * @param parts how many numbers it is made of: one is a year
     * @param tokens by any of which a notice of that time is found
     */
    record Found(String text, int parts, Set<String> tokens) {

        /** False of a year or a month. */
        boolean isPrecise() {
            return parts == 3;
        }

        /** The year or month; of a day any, since few notices are found by one. */
        Stretch stretch() {
            var token = tokens.iterator().next();
            return isPrecise() ? Stretch.EVER : Stretch.of(token.substring(token.indexOf('=') + 1));
        }
    }

    /** @param rest the text without what was found */
    record Understood(List<Found> found, String rest) {}

    private TypedDays() {}

    static Understood in(String text) {
        var found = new ArrayList<Found>();
        var rest = text;
        for (var form : FORMS) {
            rest = form.pattern().matcher(rest).replaceAll(day -> {
                var tokens = tokens(form.parts(), day);
                if (tokens.isEmpty()) {
                    return Matcher.quoteReplacement(day.group());
                }
                found.add(new Found(day.group(), form.parts().length(), tokens));
                return " ";
            });
        }
        return new Understood(found, rest);
    }

    private static Set<String> tokens(String parts, MatchResult match) {
        int year = Integer.parseInt(match.group(parts.indexOf('y') + 1));
        if (parts.equals("y")) {
            return Set.of(Facet.YEAR.token(String.valueOf(year)));
        }
        var tokens = new LinkedHashSet<String>();
        int month = month(match.group(parts.indexOf('m') + 1));
        if (parts.indexOf('d') < 0) {
            if (month >= 1 && month <= 12) {
                tokens.add(Published.monthToken(year, month));
            }
            return tokens;
        }
        int day = Integer.parseInt(match.group(parts.indexOf('d') + 1));
        add(tokens, year, month, day);
        if (parts.equals("dmy")) {
            add(tokens, year, day, month);
        }
        return tokens;
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static void add(Set<String> tokens, int year, int month, int day) {
        if (month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day)) {
            tokens.add(Published.dayToken(year, month, day));
        }
    }
}
