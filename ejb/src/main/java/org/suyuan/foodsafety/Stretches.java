package org.suyuan.foodsafety;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parts of a large category through which a search goes until it has enough hits: the newest few thousand notices, then
 * several times as many, at last all others. A small one is searched whole. Where the parts are cut only matters for the
 * speed, so the cuts are kept for a while.
 */
@ApplicationScoped
class Stretches {

    private static final int SMALL = 40_000;
    private static final int[] NOTICES = {10_000, 50_000, 200_000, 700_000, 2_500_000, 8_000_000};
    private static final long KEPT_NANOS = Duration.ofMinutes(10).toNanos();

    private record Cuts(long readAt, List<LocalDate> days) {}

    private final Map<InfoCategory, Cuts> known = new ConcurrentHashMap<>();

    /** The newest first. */
    List<Stretch> of(Connection connection, InfoCategory category) throws SQLException {
        var cuts = known.get(category);
        if (cuts == null || System.nanoTime() - cuts.readAt() > KEPT_NANOS) {
            cuts = read(connection, category);
            known.put(category, cuts);
        }
        var stretches = new ArrayList<Stretch>();
        LocalDate before = null;
        for (var from : cuts.days()) {
            stretches.add(new Stretch(from, before));
            before = from;
        }
        stretches.add(new Stretch(null, before));
        return stretches;
    }

    private static Cuts read(Connection connection, InfoCategory category) throws SQLException {
        var days = new ArrayList<LocalDate>();
        boolean isSmall = day(connection, category, SMALL) == null;
        for (int i = 0; i < NOTICES.length && !isSmall; i++) {
            var day = day(connection, category, NOTICES[i]);
            if (day == null) {
                break;
            }
            if (days.isEmpty() || day.isBefore(days.get(days.size() - 1))) {
                days.add(day);
            }
        }
        return new Cuts(System.nanoTime(), days);
    }

    /** Day of the newest notice, or null. */
    LocalDate newest(Connection connection, InfoCategory category) throws SQLException {
        return day(connection, category, 0);
    }

    /** Day of the notice after so many newer ones. */
    private static LocalDate day(Connection connection, InfoCategory category, int newer) throws SQLException {
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
