package org.suyuan.matching;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.suyuan.declaration.DeclarationsStored;
import org.suyuan.foodsafety.NoticesStored;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;

/**
 * What waits to be matched. It is noted in the transaction that stores it, so that nothing is ever forgotten, and crossed
 * out in the one that matches it, unless it has changed once more.
 */
@ApplicationScoped
class ToMatch {

    /** One of the two lists. */
    enum Kind {
        DECLARATION,
        NOTICE;

        private final String column = name().toLowerCase(Locale.ROOT) + "_id";
        private final String table = name().toLowerCase(Locale.ROOT) + "_to_match";
        private final BulkUpsert<Long> entries = BulkUpsert.<Long>into(table, column)
                .column(column, Type.BIGINT, id -> id)
                .constant("generation", "1", "t.generation + 1");
    }

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    void declarations(@Observes DeclarationsStored stored) {
        note(Kind.DECLARATION, stored.ids());
    }

    void notices(@Observes NoticesStored stored) {
        note(Kind.NOTICE, stored.ids());
    }

    private void note(Kind kind, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            kind.entries.write(connection, List.copyOf(new TreeSet<>(ids)));
        } catch (SQLException e) {
            throw new IllegalStateException("What is to be matched cannot be noted", e);
        }
    }

    /** The next ones with their generations. */
    static Map<Long, Integer> next(Connection connection, Kind kind, int most) throws SQLException {
        var waiting = new LinkedHashMap<Long, Integer>();
        try (var query = connection.prepareStatement("select " + kind.column + ", generation from " + kind.table
                        + " order by " + kind.column + " fetch first " + most + " rows only");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                waiting.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return waiting;
    }

    static void done(Connection connection, Kind kind, Map<Long, Integer> matched) throws SQLException {
        try (var delete = connection.prepareStatement(
                "delete from " + kind.table + " where " + kind.column + " = ? and generation = ?")) {
            for (var entry : matched.entrySet()) {
                delete.setLong(1, entry.getKey());
                delete.setInt(2, entry.getValue());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
