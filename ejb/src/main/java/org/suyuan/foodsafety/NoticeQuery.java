package org.suyuan.foodsafety;

import java.util.Map;
import java.util.stream.Stream;

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
        return text.isBlank() && !isNarrowed();
    }

    /** True when more is asked than the text. */
    boolean isNarrowed() {
        return !facets.isEmpty() || !conditions.isEmpty() || !published.equals(Days.ANY) || !effective.equals(Days.ANY);
    }

    /** False when a condition holds nothing to search for, such as a lone full stop. */
    boolean isSearchable() {
        return Stream.concat(conditions.values().stream(), Stream.ofNullable(facets.get(Facet.REASON)))
                .noneMatch(value -> Tokens.asked(value).isEmpty());
    }

    NoticeQuery textAlone() {
        return new NoticeQuery(category, text, Map.of(), Map.of(), Days.ANY, Days.ANY, newestFirst);
    }

    NoticeQuery byDay() {
        return new NoticeQuery(category, text, facets, conditions, published, effective, true);
    }

    /** Days of publication to which hits are narrowed down in any way. */
    Stretch days() {
        return new Stretch(
                        published.from(),
                        published.to() == null ? null : published.to().plusDays(1))
                .within(Stretch.of(facets.get(Facet.YEAR)))
                .within(Stretch.of(facets.get(Facet.MONTH)));
    }
}
