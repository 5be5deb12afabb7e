package org.suyuan.foodsafety;

import java.time.LocalDate;
import java.util.Map;

/**
 * What somebody looks for in one category.
 *
 * @param text anywhere in the notice; blank for all
 * @param facets values to which hits are narrowed down
 * @param conditions what certain fields must contain
 * @param from first day of publication, or null
 * @param to last day of publication, or null
 * @param newestFirst whether hits come in the order of their days even when they could be ranked
 */
public record NoticeQuery(
        InfoCategory category,
        String text,
        Map<Facet, String> facets,
        Map<NoticeField, String> conditions,
        LocalDate from,
        LocalDate to,
        boolean newestFirst) {

    /** Longest text that is searched for. */
    public static final int LONGEST = 200;

    boolean isWhole() {
        return text.isBlank() && !isNarrowed();
    }

    /** True when more is asked than the text. */
    boolean isNarrowed() {
        return !facets.isEmpty() || !conditions.isEmpty() || from != null || to != null;
    }

    /** False when a condition holds nothing to search for, such as a lone full stop. */
    boolean isSearchable() {
        return conditions.values().stream()
                .noneMatch(value -> Tokens.asked(value).isEmpty());
    }

    NoticeQuery textAlone() {
        return new NoticeQuery(category, text, Map.of(), Map.of(), null, null, newestFirst);
    }

    Stretch days() {
        return new Stretch(from, to == null ? null : to.plusDays(1));
    }
}
