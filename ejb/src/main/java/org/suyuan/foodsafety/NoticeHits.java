package org.suyuan.foodsafety;

import java.util.List;
import java.util.Map;

/**
 * One page of what was found.
 *
 * @param count how many there are
 * @param more true when there are even more; the counts of facets are then lower bounds
 * @param ranked false when hits come by date
 * @param facets how many hits there are of each value, most frequent first
 */
public record NoticeHits(
        long count,
        boolean more,
        boolean ranked,
        List<Notice> page,
        Map<Facet, List<FacetCount>> facets,
        Highlights highlights) {

    /** A value of a facet and how many hits have it. */
    public record FacetCount(String value, long count) {}
}
