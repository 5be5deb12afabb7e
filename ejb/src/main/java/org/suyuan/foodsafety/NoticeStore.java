package org.suyuan.foodsafety;

import static java.util.stream.Collectors.joining;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.suyuan.foodsafety.NoticeField.Kind;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;
import org.suyuan.shared.DatabaseVendor;

/** The table of notices, field by field as {@link NoticeField} lists them. */
final class NoticeStore {

    private static final List<NoticeField> FIELDS = List.of(NoticeField.values());
    private static final String COLUMNS = Stream.concat(
                    Stream.of(
                            "id",
                            "category",
                            "source",
                            "origin_id",
                            "withdrawn",
                            "revision",
                            "message_time",
                            "received_at"),
                    FIELDS.stream().map(NoticeField::column))
            .map(column -> "n." + column)
            .collect(joining(", "));

    private NoticeStore() {}

    /** Reads what a query beginning with this finds: append {@code where} and more. */
    static final String SELECT = "select " + COLUMNS + " from food_safety_notice n ";

    static List<Notice> read(Connection connection, Sql sql) throws SQLException {
        var notices = new ArrayList<Notice>();
        try (var query = sql.prepare(connection);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                notices.add(notice(rows));
            }
        }
        return notices;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var values = new EnumMap<NoticeField, String>(NoticeField.class);
        for (var field : FIELDS) {
            var value = row.getString(field.column());
            if (value != null) {
                values.put(field, value);
            }
        }
        return new Notice(
                row.getLong("id"),
                InfoCategory.valueOf(row.getString("category")),
                row.getString("source"),
                row.getString("origin_id"),
                row.getBoolean("withdrawn"),
                row.getInt("revision"),
                instant(row, "message_time"),
                instant(row, "received_at"),
                values);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Published and amended notices, whole. */
    static BulkUpsert<NoticeRecord> published(OffsetDateTime sent, OffsetDateTime received) {
        var upsert = keys(sent, received)
                .column("content_hash", Type.TEXT, NoticeStore::hash)
                .constant(
                        "revision",
                        "1",
                        "t.revision + case when t.content_hash = '' or t.content_hash = n.content_hash and not"
                                + " t.withdrawn then 0 else 1 end");
        for (var field : FIELDS) {
            upsert.column(
                    field.column(),
                    field.kind() == Kind.DAY ? Type.DATE : Type.TEXT,
                    field.kind() == Kind.DAY
                            ? notice -> day(notice.values().get(field))
                            : notice -> notice.values().get(field));
        }
        return upsert.constant("withdrawn", "false", "false").returning("id, source, origin_id");
    }

    /** Withdrawals: what the notice said stays. One that comes first leaves its number behind. */
    static BulkUpsert<NoticeRecord> withdrawn(OffsetDateTime sent, OffsetDateTime received) {
        return keys(sent, received)
                .constant("content_hash", "''", "t.content_hash")
                .constant("published_on", "cast(n.message_time as date)", "t.published_on")
                .constant("revision", "1", "t.revision + case when t.withdrawn then 0 else 1 end")
                .constant("withdrawn", "true", "true")
                .returning("id");
    }

    private static BulkUpsert<NoticeRecord> keys(OffsetDateTime sent, OffsetDateTime received) {
        return BulkUpsert.<NoticeRecord>into("food_safety_notice", "source", "origin_id")
                .column("source", Type.TEXT, NoticeRecord::source)
                .column("origin_id", Type.TEXT, NoticeRecord::originId)
                .column("category", Type.TEXT, notice -> notice.category().name())
                .column("message_time", Type.INSTANT, notice -> sent)
                .column("received_at", Type.INSTANT, notice -> received)
                .updateOnlyIf("t.message_time <= n.message_time");
    }

    /** Keeps what these records are about to change, as it is now. */
    static void keepHistory(Connection connection, Collection<NoticeRecord> records, OffsetDateTime sent)
            throws SQLException {
        var changing = new ArrayList<Notice>();
        for (var notice : known(connection, records)) {
            if (!notice.messageTime().isAfter(sent.toInstant()) && notice.title() != null) {
                changing.add(notice);
            }
        }
        try (var insert =
                connection.prepareStatement("insert into food_safety_version (notice_id, revision, message_time,"
                        + " received_at, withdrawn, content) values (?, ?, ?, ?, ?, ?)")) {
            for (var notice : changing) {
                insert.setLong(1, notice.id());
                insert.setInt(2, notice.revision());
                insert.setObject(3, notice.messageTime().atOffset(ZoneOffset.UTC));
                insert.setObject(4, notice.receivedAt().atOffset(ZoneOffset.UTC));
                insert.setBoolean(5, notice.withdrawn());
                insert.setString(6, json(notice.values()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Those whose content these records will change. */
    private static List<Notice> known(Connection connection, Collection<NoticeRecord> records) throws SQLException {
        var sources = connection.createArrayOf(
                "varchar", records.stream().map(NoticeRecord::source).toArray());
        var numbers = connection.createArrayOf(
                "varchar", records.stream().map(NoticeRecord::originId).toArray());
        var hashes = connection.createArrayOf(
                "varchar",
                records.stream()
                        .map(notice -> notice.withdrawn() ? "" : hash(notice))
                        .toArray());
        var vendor = DatabaseVendor.of(connection);
        var texts = vendor == DatabaseVendor.H2 ? "cast(? as varchar array)" : "cast(? as text[])";
        return read(
                connection,
                Sql.of(
                        SELECT + "join unnest(" + texts + ", " + texts + ", " + texts
                                + ") as r(source, origin_id, hash)"
                                + " on n.source = r.source and n.origin_id = r.origin_id"
                                + " where (r.hash = '' and not n.withdrawn)"
                                + " or (r.hash <> '' and (n.withdrawn or r.hash <> n.content_hash))",
                        sources,
                        numbers,
                        hashes));
    }

    static String json(Map<NoticeField, String> values) {
        var content = Json.createObjectBuilder();
        values.forEach((field, value) -> content.add(field.name(), value));
        return content.build().toString();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static String hash(NoticeRecord notice) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((notice.category() + json(notice.values())).getBytes(StandardCharsets.UTF_8));
            for (var attachment : notice.attachments()) {
                digest.update(
                        (attachment.name() + '\n' + attachment.mediaType() + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(attachment.content());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
