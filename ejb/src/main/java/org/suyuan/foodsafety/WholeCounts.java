package org.suyuan.foodsafety;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.suyuan.foodsafety.NoticeHits.FacetCount;

/**
 * How many notices a whole category has, by facet: what a tab shows before anything is asked. Counted exactly, and again
 * after anything was stored; where counting takes long, the last figures serve ten times as long.
 */
@ApplicationScoped
class WholeCounts {

    record Counts(long count, Map<Facet, List<FacetCount>> facets) {}

    private record Counted(String state, long at, long took, Counts counts) {

        boolean serves(String now) {
            return state.equals(now) || System.nanoTime() - at < 10 * took && took > 1_000_000_000L;
        }
    }

    private final Map<InfoCategory, Counted> known = new ConcurrentHashMap<>();

    Counts of(Connection connection, InfoCategory category) throws SQLException {
        var state = state(connection, category);
        var counted = known.get(category);
        if (counted == null || !counted.serves(state)) {
            long begin = System.nanoTime();
            var counts = count(connection, category);
            counted = new Counted(state, System.nanoTime(), System.nanoTime() - begin, counts);
            known.put(category, counted);
        }
        return counted.counts();
    }

    private static String state(Connection connection, InfoCategory category) throws SQLException {
        var sql = Sql.of(
                "select max(n.received_at) as latest from food_safety_notice n where n.category = ?", category.name());
        try (var statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? String.valueOf(row.getString("latest")) : "";
        }
    }

    private static Counts count(Connection connection, InfoCategory category) throws SQLException {
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        long count = 0;
        for (var facet : Facet.of(category)) {
            var sql = Sql.of(
                    "select " + facet.column() + ", count(*) from food_safety_notice n where n.category = ?"
                            + " and n.title is not null group by " + facet.column(),
                    category.name());
            count = 0;
            try (var statement = sql.prepare(connection);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    count += rows.getLong(2);
                    add(counts, facet, rows.getString(1), rows.getLong(2));
                }
            }
        }
        return new Counts(count, NoticeSearch.sorted(counts));
    }

    /** Counts a value, or each of several. */
    static void add(Map<Facet, Map<String, Long>> counts, Facet facet, String values, long hits) {
        if (values != null) {
            var counted = counts.computeIfAbsent(facet, f -> new HashMap<>());
            for (var value : facet.isList() ? values.split(";") : new String[] {values}) {
                counted.merge(value, hits, Long::sum);
            }
        }
    }
}
