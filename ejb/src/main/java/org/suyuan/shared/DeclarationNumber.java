package org.suyuan.shared;

import java.io.Serializable;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 报关单号: 18 digits of an import declaration; 1–4 the accepting customs district, 5–8 the year, 9 is 1 for import,
 * 10–18 a sequence. There is no check digit.
 */
public record DeclarationNumber(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}20\\d{2}1\\d{9}");

    public DeclarationNumber {
        value = normalised(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an import declaration number: " + value);
        }
    }

    public static Optional<DeclarationNumber> parse(String text) {
        return SHAPE.matcher(normalised(text)).matches() ? Optional.of(new DeclarationNumber(text)) : Optional.empty();
    }

    /** True when the text is the number of an import declaration up to a year as it stands, nothing needing to be normalised. */
    public static boolean isWellWritten(String text, int latestYear) {
        return SHAPE.matcher(text).matches() && year(text) <= latestYear;
    }

    /** True when the text is the number of an import declaration of this year or an earlier one. */
    public static boolean isValid(String text, LocalDate today) {
        return parse(text).filter(number -> number.year() <= today.getYear()).isPresent();
    }

    public int year() {
        return year(value);
    }

    private static int year(String value) {
        return Integer.parseInt(value, 4, 8, 10);
    }

    private static String normalised(String text) {
        return text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    }

    @Override
    public String toString() {
        return value;
    }
}
