package org.suyuan.foodsafety;

import java.util.Map;

/**
 * What somebody looks for in one category.
 *
 * @param text anywhere in the notice; blank for all
 * @param facets values to which hits are narrowed down
 * @param conditions what certain fields must contain
 * @param published days of publication
 * @param effective days from which laws and standards apply: 施行日期, 实施日期
 * @param newestFirst whether hits come in the order of their days even when they could be ranked
 */
public record NoticeQuery(
        InfoCategory category,
        String text,
        Map<Facet, String> facets,
        Map<NoticeField, String> conditions,
        Days published,
        Days effective,
        boolean newestFirst) {

    /** Longest text that is searched for. */
    public static final int LONGEST = 200;

    boolean isWhole() {
        return text.isBlank()
                && facets.isEmpty()
                && conditions.isEmpty()
                && published.equals(Days.ANY)
                && effective.equals(Days.ANY);
    }
}
