package org.suyuan.shared;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 统一社会信用代码 (USCC): 18 characters that name a legal person in China, the last one a check digit (GB 32100-2015).
 * Full-width and lower-case input is normalised.
 */
public record SocialCreditCode(String value) implements Serializable {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");

    public SocialCreditCode {
        value = normalised(value);
        if (!isWellWritten(value)) {
            throw new IllegalArgumentException("Not a unified social credit code: " + value);
        }
    }

    public static Optional<SocialCreditCode> parse(String text) {
        return isValid(text) ? Optional.of(new SocialCreditCode(text)) : Optional.empty();
    }

    public static boolean isValid(String text) {
        return isWellWritten(normalised(text));
    }

    /** True when the text is such a code as it stands, nothing needing to be normalised. */
    public static boolean isWellWritten(String value) {
        return SHAPE.matcher(value).matches() && value.charAt(17) == checkDigit(value);
    }

    /** The check digit that belongs to the first 17 characters. */
    public static char checkDigit(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static String normalised(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
