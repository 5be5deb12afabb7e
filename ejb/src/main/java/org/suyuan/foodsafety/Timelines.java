package org.suyuan.foodsafety;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the notices of large categories lie in time and how frequent their words are. It only matters for the speed of a
 * search, so it is looked at once a minute.
 */
@ApplicationScoped
class Timelines {

    private static final int SMALL = 40_000;
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    /** @param most days of nearly all notices, without the few very old ones */
    record Timeline(Stretch most, WordFrequencies words) {}

    private record Looked(long at, Optional<Timeline> timeline) {}

    private final Map<InfoCategory, Looked> known = new ConcurrentHashMap<>();

    /** Empty for a category that may be searched whole. */
    Optional<Timeline> of(Connection connection, InfoCategory category) throws SQLException {
        var looked = known.get(category);
        if (looked == null || System.nanoTime() - looked.at() > KEPT_NANOS) {
            looked = new Looked(System.nanoTime(), look(connection, category));
            known.put(category, looked);
        }
        return looked.timeline();
    }

    private static Optional<Timeline> look(Connection connection, InfoCategory category) throws SQLException {
        if (day(connection, category, SMALL) == null) {
            return Optional.empty();
        }
        var end = day(connection, category, 0).plusDays(1);
        var begin = day(connection, category, count(connection, category) / 20 * 19);
        return Optional.of(new Timeline(new Stretch(begin, end), WordFrequencies.read(connection)));
    }

    private static long count(Connection connection, InfoCategory category) throws SQLException {
        var sql = Sql.of("select count(*) from food_safety_notice n where n.category = ?", category.name());
        try (var statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Day of the notice after so many newer ones, or null. */
    private static LocalDate day(Connection connection, InfoCategory category, long newer) throws SQLException {
        var sql = Sql.of(
                "select n.published_on from food_safety_notice n where n.category = ?"
                        + " order by n.published_on desc, n.id desc offset ? rows fetch first 1 rows only",
                category.name(),
                newer);
        try (var statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? row.getObject(1, LocalDate.class) : null;
        }
    }
}
