package org.suyuan.exchange.message;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.suyuan.exchange.message.Rejection.Code;
import org.suyuan.shared.SocialCreditCode;

/**
 * Checks one record field by field and gathers what is wrong, so that its senders hear of all mistakes at once. What
 * passes is what the XSD allows, and fits the database. Lengths count UTF-16 units: the databases count differently, this
 * fits both.
 */
final class FieldCheck {

    private static final int LONGEST_REASON = 1_000;
    private static final String DAY = "0000-00-00";
    private static final int WHOLE_DIGITS = 14;
    private static final int DECIMALS = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final SourceRecord source;
    private final StringBuilder reasons = new StringBuilder();
    private Code firstCode;
    private Values values;
    private String place = "";

    FieldCheck(SourceRecord source) {
        this.source = source;
        this.values = source.values();
        if (source.fault() != null) {
            wrong(Code.STRUCTURE, source.fault());
        }
    }

    /** The following checks look at this line of the record. */
    void at(Values line, String linePlace) {
        values = line;
        place = linePlace;
    }

    boolean passed() {
        return firstCode == null;
    }

    <T> Checked<T> accept(T value) {
        return new Checked<>(source.head(), source.number(), value, null);
    }

    <T> Checked<T> reject(String key) {
        var reason = reasons.length() <= LONGEST_REASON ? reasons.toString() : reasons.substring(0, LONGEST_REASON);
        var shortKey = key == null || key.isEmpty() ? null : key.substring(0, Math.min(key.length(), 60));
        return new Checked<>(
                source.head(),
                source.number(),
                null,
                new Rejection(source.number(), source.line(), shortKey, firstCode, reason, source.raw()));
    }

    void wrong(Code code, String reason) {
        firstCode = firstCode == null ? code : firstCode;
        if (reasons.length() < LONGEST_REASON) {
            reasons.append(reasons.isEmpty() ? "" : "；").append(place).append(reason);
        }
    }

    String text(Field field, int longest) {
        var text = values.get(field);
        if (text == null || text.isBlank()) {
            wrong(Code.MISSING, values.name(field) + " 必填");
            return null;
        }
        return fitting(field, text, longest);
    }

    String optionalText(Field field, int longest) {
        var text = values.get(field);
        return text == null || text.isBlank() ? null : fitting(field, text, longest);
    }

    private String fitting(Field field, String text, int longest) {
        if (text.length() > longest) {
            wrong(Code.TOO_LONG, values.name(field) + " 最长 " + longest + " 个字符");
        }
        return text;
    }

    /** What is given, if it is one of these. */
    String optionalMatching(Field field, Pattern pattern, int longest, String what) {
        var text = optionalText(field, longest);
        if (text != null && !pattern.matcher(text).matches()) {
            wrong(Code.FORMAT, values.name(field) + " 应为" + what);
        }
        return text;
    }

    String digits(Field field, int count) {
        var text = values.get(field);
        return text == null || text.isEmpty() ? text(field, count) : onlyDigits(field, text, count);
    }

    String optionalDigits(Field field, int count) {
        var text = values.get(field);
        return text == null || text.isEmpty() ? null : onlyDigits(field, text, count);
    }

    private String onlyDigits(Field field, String text, int count) {
        if (text.length() != count || !areDigits(text, 0, count)) {
            wrong(Code.FORMAT, values.name(field) + " 应为 " + count + " 位数字");
        }
        return text;
    }

    String matching(Field field, Pattern pattern, String what) {
        var text = text(field, Integer.MAX_VALUE);
        if (text != null && !pattern.matcher(text).matches()) {
            wrong(Code.FORMAT, values.name(field) + " 应为" + what);
        }
        return text;
    }

    String socialCreditCode(Field field) {
        var text = text(field, Integer.MAX_VALUE);
        return text == null ? null : checkedCode(field, text);
    }

    String optionalSocialCreditCode(Field field) {
        var text = values.get(field);
        return text == null || text.isEmpty() ? null : checkedCode(field, text);
    }

    private String checkedCode(Field field, String text) {
        if (!SocialCreditCode.isWellWritten(text)) {
            wrong(Code.CHECK_DIGIT, values.name(field) + " 不是有效的统一社会信用代码（校验码或格式不对）");
        }
        return text;
    }

    LocalDate day(Field field) {
        var text = text(field, Integer.MAX_VALUE);
        return text == null ? null : parsedDay(field, text);
    }

    LocalDate optionalDay(Field field) {
        var text = values.get(field);
        return text == null || text.isEmpty() ? null : parsedDay(field, text);
    }

    private LocalDate parsedDay(Field field, String text) {
        try {
            if (isLikeDay(text)) {
                var day = LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10));
                if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                    return day;
                }
            }
        } catch (DateTimeException e) {
            // the 30th of February, or the like
        }
        wrong(Code.DATE, values.name(field) + " 应为 1900 至 2999 年间的日期，如 2026-11-20");
        return null;
    }

    BigDecimal quantity(Field field) {
        var text = text(field, Integer.MAX_VALUE);
        if (text != null) {
            if (isLikeQuantity(text)) {
                var quantity = new BigDecimal(text);
                if (quantity.signum() > 0) {
                    return quantity;
                }
            }
            wrong(Code.FORMAT, values.name(field) + " 应大于 0，整数最多 14 位，小数最多 5 位");
        }
        return null;
    }

    // By hand, since these are most of what is checked: patterns cost several times as much

    private static boolean isLikeDay(String text) {
        if (text.length() != DAY.length()) {
            return false;
        }
        for (int i = 0; i < DAY.length(); i++) {
            if (DAY.charAt(i) == '-' ? text.charAt(i) != '-' : !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLikeQuantity(String text) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        int decimals = text.length() - whole - 1;
        return whole >= 1
                && whole <= WHOLE_DIGITS
                && areDigits(text, 0, whole)
                && (point < 0 || decimals >= 1 && decimals <= DECIMALS && areDigits(text, point + 1, text.length()));
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A whole number from 1, without leading zeros, of at most this many digits. */
    Integer count(Field field, int mostDigits) {
        var text = text(field, Integer.MAX_VALUE);
        return text == null ? null : parsedCount(field, text, mostDigits);
    }

    Integer optionalCount(Field field, int mostDigits) {
        var text = values.get(field);
        return text == null || text.isEmpty() ? null : parsedCount(field, text, mostDigits);
    }

    private Integer parsedCount(Field field, String text, int mostDigits) {
        boolean wellFormed = text.length() <= mostDigits && !text.startsWith("0") && areDigits(text, 0, text.length());
        if (!wellFormed) {
            wrong(Code.FORMAT, values.name(field) + " 应为正整数，最多 " + mostDigits + " 位");
            return null;
        }
        return Integer.valueOf(text);
    }

    /** Several values in one element, separated by {@code ;} or its full-width form. */
    String list(Field field, int longest) {
        var text = optionalText(field, longest);
        if (text == null || text.indexOf(';') < 0 && text.indexOf('；') < 0) {
            return text;
        }
        var parts = List.of(text.split("[;；]")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct();
        var list = String.join(";", parts.toList());
        return list.isEmpty() ? null : list;
    }
}
