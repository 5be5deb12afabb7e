package org.suyuan.trace.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Quantities and dates as people write them into cells, also with full-width digits. */
final class CellValues {

    private static final Pattern QUANTITY = Pattern.compile("[+-]?(\\d{1,20}|\\d{1,3}(,\\d{3}){1,6})(\\.\\d{0,20})?");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[ T]+[\\d:.]+)?");

    private CellValues() {}

    static Optional<BigDecimal> quantity(String text) {
        var typed = normalised(text).replace(" ", "");
        if (!QUANTITY.matcher(typed).matches()) {
            return Optional.empty();
        }
        var plain = typed.replace(",", "");
        return Optional.of(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain));
    }

    static Optional<LocalDate> date(String text) {
        var typed = DATE.matcher(normalised(text).replaceAll("\\s*([-/.年月日])\\s*", "$1"));
        if (!typed.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(typed.group(1)),
                    Integer.parseInt(first(typed.group(2), typed.group(4), typed.group(6))),
                    Integer.parseInt(first(typed.group(3), typed.group(5), typed.group(7)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String first(String... groups) {
        return Optional.ofNullable(groups[0])
                .or(() -> Optional.ofNullable(groups[1]))
                .orElse(groups[2]);
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
