package org.suyuan.foodsafety;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.suyuan.foodsafety.NoticeHits.FacetCount;

/**
 * How many notices a whole category has, by facet: what a tab shows before anything is asked. Counted exactly, and again
 * after anything was stored; where counting takes long, nobody waits for it but the first: others see the last figures until
 * there are new ones.
 */
@ApplicationScoped
class WholeCounts {

    private static final long LONG_NANOS = Duration.ofSeconds(1).toNanos();

    record Counts(long count, Map<Facet, List<FacetCount>> facets) {}

    /** @param state of the category when it was counted */
    private record Counted(String state, long at, long took, Counts counts) {

        boolean isQuick() {
            return took < LONG_NANOS;
        }

        /** So that a feed which comes in does not keep the database counting. */
        boolean isSettled() {
            return System.nanoTime() - at > 10 * took;
        }
    }

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    private final Map<InfoCategory, Counted> known = new ConcurrentHashMap<>();
    private final Set<InfoCategory> underWay = ConcurrentHashMap.newKeySet();

    Counts of(Connection connection, InfoCategory category) throws SQLException {
        var state = state(connection, category);
        var counted = known.get(category);
        if (counted == null || counted.isQuick() && !counted.state().equals(state)) {
            return counted(connection, category, state);
        }
        if (!counted.state().equals(state) && counted.isSettled() && underWay.add(category)) {
            executor.execute(() -> countAgain(category));
        }
        return counted.counts();
    }

    private void countAgain(InfoCategory category) {
        try (var connection = database.getConnection()) {
            counted(connection, category, state(connection, category));
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be counted", e);
        } finally {
            underWay.remove(category);
        }
    }

    private Counts counted(Connection connection, InfoCategory category, String state) throws SQLException {
        long begin = System.nanoTime();
        var counts = count(connection, category);
        known.put(category, new Counted(state, System.nanoTime(), System.nanoTime() - begin, counts));
        return counts;
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
