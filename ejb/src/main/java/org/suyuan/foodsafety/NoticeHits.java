package org.suyuan.foodsafety;

import java.util.List;
import java.util.Map;

/**
 * One page of what was found.
 *
 * @param count how many there are
 * @param more true when there are even more; the counts of facets are then lower bounds
 * @param ranked false when hits come by date
 * @param partial true when no notice has all words that were typed: these have most
 * @param facets how many hits there are of each value, most frequent first
 */
public record NoticeHits(
        long count,
        boolean more,
        boolean ranked,
        boolean partial,
        List<Notice> page,
        Map<Facet, List<FacetCount>> facets,
        Highlights highlights) {

    static NoticeHits none() {
        return new NoticeHits(0, false, false, false, List.of(), Map.of(), new Highlights(TextQuery.NOTHING));
    }

    /** A value of a facet and how many hits have it. */
    public record FacetCount(String value, long count) {}
}
