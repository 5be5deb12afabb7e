package org.suyuan.matching;

import static java.util.stream.Collectors.toSet;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;

/** Writes what was found. A match belongs to one notice and one importer, and lists the importer's products that fit. */
final class MatchStore {

    /** A product that fits a notice. */
    record Found(long noticeId, int revision, String importer, long productId, Score score) {

        private Key key() {
            return new Key(noticeId, importer);
        }
    }

    private record Key(long noticeId, String importer) {}

    private record Row(long matchId, Found found) {}

    private static final BulkUpsert<Row> PRODUCTS = BulkUpsert.<Row>into("risk_match_product", "match_id", "product_id")
            .column("match_id", Type.BIGINT, Row::matchId)
            .column("product_id", Type.BIGINT, row -> row.found().productId())
            .column("score", Type.INTEGER, row -> row.found().score().points())
            .column("reasons", Type.TEXT, row -> row.found().score().json())
            .updateOnlyIf("n.score > t.score");

    private record Match(long id, int revision, int score, int products, boolean standing) {}

    private final Connection connection;
    private final OffsetDateTime now;

    MatchStore(Connection connection, OffsetDateTime now) {
        this.connection = connection;
        this.now = now;
    }

    /** All that fits a notice as it is now, instead of what did before. */
    void replace(long noticeId, List<Found> found) throws SQLException {
        var before = matches("notice_id = ?", noticeId);
        var importers = found.stream().map(Found::importer).collect(toSet());
        var kept = before.entrySet().stream()
                .filter(match -> importers.contains(match.getKey().importer()))
                .map(match -> match.getValue().id())
                .toList();
        update("delete from risk_match_product where match_id = any(?)", kept);
        lapse(before.values().stream()
                .map(Match::id)
                .filter(id -> !kept.contains(id))
                .toList());
        add(found);
    }

    /** More that fits. */
    void add(List<Found> found) throws SQLException {
        var ids = new HashMap<Key, Long>();
        var revisions = new HashMap<Long, Integer>();
        matchesOf(found).write(connection, List.copyOf(firstOfEach(found)), row -> {
            var key = new Key(row.getLong("notice_id"), row.getString("importer_uscc"));
            ids.put(key, row.getLong("id"));
        });
        found.forEach(one -> revisions.put(ids.get(one.key()), one.revision()));
        PRODUCTS.write(
                connection,
                found.stream().map(one -> new Row(ids.get(one.key()), one)).toList());
        refresh(revisions);
    }

    private static Collection<Found> firstOfEach(List<Found> found) {
        var first = new LinkedHashMap<Key, Found>();
        found.forEach(one -> first.putIfAbsent(one.key(), one));
        return first.values();
    }

    /** Known ones stay as they are; all return their ids. */
    private BulkUpsert<Found> matchesOf(List<Found> found) {
        return BulkUpsert.<Found>into("risk_match", "notice_id", "importer_uscc")
                .column("notice_id", Type.BIGINT, Found::noticeId)
                .column("importer_uscc", Type.TEXT, Found::importer)
                .constant("notice_revision", "0", "t.notice_revision")
                .constant("score", "0", "t.score")
                .constant("products", "0", "t.products")
                .constant("standing", "false", "t.standing")
                .constant("state", "'NEW'", "t.state")
                .constant("found_at", "current_timestamp", "t.found_at")
                .constant("lock_version", "1", "t.lock_version")
                .returning("id, notice_id, importer_uscc");
    }

    /** When more fits than the importer has seen, it is to be read anew, and to be decided anew if it was dismissed. */
    private void refresh(Map<Long, Integer> revisions) throws SQLException {
        var before = new HashMap<Long, Match>();
        matches("id = any(?)", array(revisions.keySet())).values().forEach(match -> before.put(match.id(), match));
        try (var fits = connection.prepareStatement("select match_id, max(score), count(*) from risk_match_product"
                        + " where match_id = any(?) group by match_id");
                var update = connection.prepareStatement("update risk_match set score = ?, products = ?,"
                        + " notice_revision = ?, standing = true, lock_version = lock_version + 1,"
                        + " state = case when ? and state = 'DISMISSED' then 'NEW' else state end,"
                        + " read_at = case when ? then null else read_at end where id = ?")) {
            fits.setArray(1, array(revisions.keySet()));
            try (var rows = fits.executeQuery()) {
                while (rows.next()) {
                    var match = before.get(rows.getLong(1));
                    var after = new Match(match.id(), revisions.get(match.id()), rows.getInt(2), rows.getInt(3), true);
                    boolean more = !match.standing()
                            || after.revision() > match.revision()
                            || after.score() > match.score()
                            || after.products() > match.products();
                    if (!after.equals(match)) {
                        update.setInt(1, after.score());
                        update.setInt(2, after.products());
                        update.setInt(3, after.revision());
                        update.setBoolean(4, more);
                        update.setBoolean(5, more);
                        update.setLong(6, after.id());
                        update.addBatch();
                    }
                }
            }
            update.executeBatch();
        }
    }

    /** These products are imported no more: what stood on them alone lapses. */
    void withoutLines(Collection<Long> products) throws SQLException {
        var lapsed = matches("""
            id in (select p.match_id from risk_match_product p where p.product_id = any(?)) and standing
            and not exists (select 1 from risk_match_product p join imported_line l on l.product_id = p.product_id
                where p.match_id = risk_match.id)
            """, array(products));
        lapse(lapsed.values().stream().map(Match::id).toList());
    }

    /** What the importer has not seen yet need not be seen any more; what it has is to be read anew. */
    private void lapse(Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("update risk_match set standing = false,"
                + " read_at = case when read_at is null or state = 'DISMISSED' then cast(? as timestamp with time zone)"
                + " else null end, lock_version = lock_version + 1 where id = any(?) and standing")) {
            update.setObject(1, now);
            update.setArray(2, array(ids));
            update.executeUpdate();
        }
    }

    private Map<Key, Match> matches(String condition, Object value) throws SQLException {
        var matches = new HashMap<Key, Match>();
        try (var query = connection.prepareStatement(
                "select id, notice_id, importer_uscc, notice_revision, score, products, standing from risk_match where "
                        + condition)) {
            query.setObject(1, value);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    matches.put(
                            new Key(rows.getLong("notice_id"), rows.getString("importer_uscc")),
                            new Match(
                                    rows.getLong("id"),
                                    rows.getInt("notice_revision"),
                                    rows.getInt("score"),
                                    rows.getInt("products"),
                                    rows.getBoolean("standing")));
                }
            }
        }
        return matches;
    }

    private void update(String sql, Collection<Long> ids) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setArray(1, array(ids));
            update.executeUpdate();
        }
    }

    private Array array(Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }
}
