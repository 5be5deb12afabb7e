package org.suyuan.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 电子邮箱 as people have them: plain letters and digits, no quotes, no comments, so that it can stand in a header as it is.
 * Full-width characters and blanks around it are put right; the domain is written small.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_+'&-]+(\\.[A-Za-z0-9_+'&-]+)*"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    public EmailAddress {
        value = normalised(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an e-mail address: " + value);
        }
    }

    public static boolean isValid(String text) {
        var address = normalised(text);
        return address.length() <= LONGEST
                && address.indexOf('@') <= 64
                && SHAPE.matcher(address).matches();
    }

    private static String normalised(String text) {
        var address = text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
