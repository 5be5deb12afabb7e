package org.suyuan.trace.sheets;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of 销售信息 in a spreadsheet, in the order of the template. Their names are found in both languages. */
public enum SalesColumn {
    BUYER_NAME("buyerName"),
    BUYER_USCC("buyerUscc"),
    BUYER_ADDRESS("buyerAddress"),
    BUYER_CONTACT("buyerContact"),
    SOLD_QUANTITY("soldQuantity"),
    DELIVERY_DATE("deliveryDate");

    private static final Map<String, SalesColumn> BY_NAME = new HashMap<>();

    static {
        for (var column : values()) {
            Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                    .flatMap(language -> Stream.of(column.names(language)))
                    .forEach(name -> BY_NAME.put(normalised(name), column));
        }
    }

    private final String property;

    SalesColumn(String property) {
        this.property = property;
    }

    /** The column that a cell of the header row names; a star, spaces and what stands in brackets do not matter. */
    static Optional<SalesColumn> named(String header) {
        return Optional.ofNullable(BY_NAME.get(normalised(header)));
    }

    /** The column of a property of {@link org.suyuan.trace.SalesLine}. */
    static SalesColumn of(String property) {
        return Stream.of(values())
                .filter(column -> column.property.equals(property))
                .findFirst()
                .orElseThrow();
    }

    public String label(Locale language) {
        return names(language)[0];
    }

    String rule(Locale language) {
        return SheetText.of(language, property + ".rule");
    }

    String example(Locale language) {
        return SheetText.of(language, property + ".example");
    }

    /** Its name, then others that people use. */
    private String[] names(Locale language) {
        return SheetText.of(language, property).split("\\|");
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Zs}*\\uFEFF]", "")
                .replaceAll("\\(.*?\\)", "")
                .toLowerCase(Locale.ROOT);
    }
}
