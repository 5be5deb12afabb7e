package org.suyuan.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** 联系方式: a Chinese mobile, landline, 400 or 800 number; {@code +86}, spaces and a mobile's hyphens are dropped. */
public record PhoneNumber(String value) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern OTHER = Pattern.compile("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?|[48]00-?\\d{3}-?\\d{4}");

    public PhoneNumber {
        value = normalised(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a telephone number: " + value);
        }
    }

    public static boolean isValid(String text) {
        var number = normalised(text);
        return MOBILE.matcher(number).matches() || OTHER.matcher(number).matches();
    }

    public static boolean isMobile(String text) {
        return MOBILE.matcher(normalised(text)).matches();
    }

    private static String normalised(String text) {
        if (text == null) {
            return "";
        }
        var number = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Zs}]", "")
                .replaceAll("[‐‑–—−]", "-")
                .replaceFirst("^(\\+86|0086)-?", "");
        var digits = number.replace("-", "");
        return MOBILE.matcher(digits).matches() ? digits : number;
    }

    @Override
    public String toString() {
        return value;
    }
}
