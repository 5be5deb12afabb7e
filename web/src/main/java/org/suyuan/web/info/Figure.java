package org.suyuan.web.info;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.suyuan.foodsafety.Facet;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeHits.FacetCount;

/**
 * A chart of hits: how many there are in each month, or of the most frequent values of another facet. Its bars are links
 * that narrow the hits down; the table behind it has all values that were counted.
 */
public record Figure(Facet facet, List<Bar> bars, List<Bar> table) {

    private static final int MOST_MONTHS = 24;
    private static final int MOST_BARS = 8;

    /**
     * One value.
     *
     * @param address of the hits with this value
     * @param length percent of the longest bar
     */
    public record Bar(String name, long count, String address, int length) {}

    /** What is drawn of a category. */
    static List<Facet> of(InfoCategory category) {
        return switch (category) {
            case RISK -> List.of(Facet.MONTH, Facet.COUNTRY, Facet.FOOD_CATEGORY, Facet.HAZARD_GROUP);
            case DENIED_ENTRY -> List.of(Facet.MONTH, Facet.COUNTRY, Facet.FOOD_CATEGORY, Facet.REASON);
            default -> List.of();
        };
    }

    static Figure of(
            Facet facet, List<FacetCount> counts, Function<String, String> name, Function<String, String> address) {
        var shown = facet == Facet.MONTH
                ? months(counts)
                : counts.stream().limit(MOST_BARS).toList();
        long most = shown.stream().mapToLong(FacetCount::count).max().orElse(0);
        var bars = shown.stream().map(count -> bar(count, most, name, address)).toList();
        var table = counts.stream()
                .map(count -> bar(count, count.count(), name, address))
                .toList();
        return new Figure(facet, bars, table);
    }

    private static Bar bar(
            FacetCount count, long most, Function<String, String> name, Function<String, String> address) {
        return new Bar(name.apply(count.value()), count.count(), address.apply(count.value()), (int)
                Math.ceil(100.0 * count.count() / most));
    }

    /** The last months in their order, those without any hit among them, too. */
    private static List<FacetCount> months(List<FacetCount> latestFirst) {
        var months = new ArrayList<FacetCount>();
        if (latestFirst.isEmpty()) {
            return months;
        }
        var counts = new HashMap<String, Long>();
        latestFirst.forEach(count -> counts.put(count.value(), count.count()));
        var last = YearMonth.parse(latestFirst.get(0).value());
        var first = YearMonth.parse(latestFirst.get(latestFirst.size() - 1).value());
        var month = first.isBefore(last.minusMonths(MOST_MONTHS - 1L)) ? last.minusMonths(MOST_MONTHS - 1L) : first;
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(new FacetCount(month.toString(), counts.getOrDefault(month.toString(), 0L)));
        }
        return months;
    }

    public boolean isByMonth() {
        return facet == Facet.MONTH;
    }
}
