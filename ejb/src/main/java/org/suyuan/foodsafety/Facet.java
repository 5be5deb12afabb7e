package org.suyuan.foodsafety;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.suyuan.reference.CodeTable;

/** By what hits are counted and narrowed down. */
public enum Facet {
    COUNTRY("country", CodeTable.COUNTRY, InfoCategory.RISK, InfoCategory.DENIED_ENTRY),
    FOOD_CATEGORY("food", CodeTable.FOOD_CATEGORY, InfoCategory.STANDARD, InfoCategory.RISK, InfoCategory.DENIED_ENTRY),
    HAZARD_GROUP("hazardGroup", CodeTable.HAZARD_GROUP, InfoCategory.RISK, InfoCategory.DENIED_ENTRY),
    /** Month of publication, as 2026-01 */
    MONTH("month", null, InfoCategory.RISK, InfoCategory.DENIED_ENTRY),
    YEAR("year", null, InfoCategory.values()),
    /** The reason for a refusal, to the letter */
    REASON("why", null, InfoCategory.DENIED_ENTRY),
    SOURCE("source", CodeTable.AUTHORITY, InfoCategory.values());

    private final String parameter;
    private final CodeTable table;
    private final Set<InfoCategory> categories;

    Facet(String parameter, CodeTable table, InfoCategory... categories) {
        this.parameter = parameter;
        this.table = table;
        this.categories = EnumSet.copyOf(List.of(categories));
    }

    /** Its name in addresses. */
    public String parameter() {
        return parameter;
    }

    /** True when a notice may have several of its values, separated by ';'. */
    boolean isList() {
        return table != null && this != SOURCE;
    }

    /** The code table of its values; null when they speak for themselves. */
    CodeTable table() {
        return table;
    }

    public static List<Facet> of(InfoCategory category) {
        return Stream.of(values()).filter(f -> f.categories.contains(category)).toList();
    }

    /** SQL of its value, of a notice {@code n}. */
    String column() {
        return switch (this) {
            case YEAR -> "extract(year from n.published_on)";
            case MONTH -> "to_char(n.published_on, 'YYYY-MM')";
            default -> "n." + name().toLowerCase(Locale.ROOT);
        };
    }

    /** The token by which notices with this value are found. */
    String token(String value) {
        return (this == HAZARD_GROUP ? "hazard" : parameter) + "=" + value; // as it stands in the index
    }
}
