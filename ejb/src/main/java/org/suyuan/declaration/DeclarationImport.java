package org.suyuan.declaration;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.SocialCreditCode;

/**
 * Stores what customs pushes. The newest message decides what a declaration looks like, in whatever order messages
 * arrive; storing the same again changes nothing. Called by the job {@code import-declarations},
 * the generator and the training customs.
 */
@Stateless
@PermitAll
public class DeclarationImport {

    private record Item(long declarationId, GoodsRecord goods) {
        ItemKey key() {
            return new ItemKey(declarationId, goods.seqNo());
        }
    }

    private record ItemKey(long declarationId, int seqNo) {}

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Event<DeclarationsStored> stored;

    @Inject
    private BusinessTime time;

    /**
     * Stores the records in the caller's transaction. Of several for one declaration the last one counts.
     *
     * @param messageTime when customs made the message; records older than what is stored are passed over
     */
    public void store(List<DeclarationRecord> records, Instant messageTime) {
        var latest = new TreeMap<String, DeclarationRecord>(); // sorted, so that two writers cannot block each other
        records.forEach(record -> latest.put(record.declarationNo(), record));
        var pushed =
                latest.values().stream().filter(record -> !record.cancelled()).toList();
        var cancelled =
                latest.values().stream().filter(DeclarationRecord::cancelled).toList();
        var received = inDatabase(time.now());
        try (var connection = database.getConnection()) {
            var changed = new ArrayList<Long>();
            cancellations(messageTime, received).write(connection, cancelled, row -> changed.add(row.getLong("id")));

            var ids = new HashMap<String, Long>(); // of those that are new or say something else than before
            var amended = new HashSet<Long>();
            declarations(messageTime, received).write(connection, pushed, row -> {
                if (row.getObject("received_at", OffsetDateTime.class).isEqual(received)) {
                    ids.put(row.getString("declaration_no"), row.getLong("id"));
                    if (row.getInt("revision") > 1) {
                        amended.add(row.getLong("id"));
                    }
                }
            });
            var items = items(pushed, ids);
            var before = stored(connection, amended);
            markLeftOut(connection, before.keySet(), items);
            var known = items.stream()
                    .filter(item -> !item.goods().equals(before.get(item.key())))
                    .collect(partitioningBy(item -> amended.contains(item.declarationId())));
            GOODS.insert(connection, known.get(false)); // a new declaration has no lines yet
            GOODS.write(connection, known.get(true));
            changed.addAll(ids.values());
            stored.fire(new DeclarationsStored(changed));
        } catch (SQLException e) {
            throw new IllegalStateException("Declarations cannot be stored", e);
        }
    }

    /** True when customs has ever declared anything for this enterprise. */
    public boolean haveAny(SocialCreditCode consignee) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from declaration where consignee_uscc = ? fetch first row only")) {
            query.setString(1, consignee.value());
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Declarations cannot be read", e);
        }
    }

    /** What says the same as before stays as it was received; only the time of the message moves on. */
    private static BulkUpsert<DeclarationRecord> declarations(Instant messageTime, OffsetDateTime received) {
        return atTime(messageTime)
                .column("customs_district", Type.TEXT, DeclarationRecord::customsDistrict)
                .column("entry_port", Type.TEXT, DeclarationRecord::entryPort)
                .column("import_date", Type.DATE, DeclarationRecord::importDate)
                .column("consignee_uscc", Type.TEXT, DeclarationRecord::consigneeUscc)
                .column("consignee_name", Type.TEXT, DeclarationRecord::consigneeName)
                .column("agent_uscc", Type.TEXT, DeclarationRecord::agentUscc)
                .column("agent_name", Type.TEXT, DeclarationRecord::agentName)
                .column("overseas_shipper", Type.TEXT, DeclarationRecord::overseasShipper)
                .column("content_sha256", Type.TEXT, DeclarationRecord::contentSha256)
                .column("received_at", Type.INSTANT, record -> received, ifTheSame("t.received_at", "n.received_at"))
                .constant("revision", "1", ifTheSame("t.revision", "t.revision + 1"))
                .constant("cancelled", "false", "false")
                .returning("id, declaration_no, revision, received_at");
    }

    private static String ifTheSame(String kept, String changed) {
        return "case when t.content_sha256 = n.content_sha256 then " + kept + " else " + changed + " end";
    }

    /** A declaration cancelled before it was pushed leaves its number behind, so that the late push is passed over. */
    private static BulkUpsert<DeclarationRecord> cancellations(Instant messageTime, OffsetDateTime received) {
        return atTime(messageTime)
                .column("received_at", Type.INSTANT, record -> received)
                .constant("content_sha256", "null", "null")
                .constant("revision", "1", "t.revision + 1")
                .constant("cancelled", "true", "true")
                .returning("id");
    }

    private static BulkUpsert<DeclarationRecord> atTime(Instant messageTime) {
        var sent = inDatabase(messageTime);
        return BulkUpsert.<DeclarationRecord>into("declaration", "declaration_no")
                .column("declaration_no", Type.TEXT, DeclarationRecord::declarationNo)
                .column("message_time", Type.INSTANT, record -> sent)
                .updateOnlyIf("t.message_time <= n.message_time");
    }

    /** As exact as the database stores it. */
    private static OffsetDateTime inDatabase(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static final BulkUpsert<Item> GOODS = BulkUpsert.<Item>into("goods_item", "declaration_id", "seq_no")
            .column("declaration_id", Type.BIGINT, Item::declarationId)
            .column("seq_no", Type.INTEGER, item -> item.goods().seqNo())
            .column("goods_code", Type.TEXT, item -> item.goods().goodsCode())
            .column("name", Type.TEXT, item -> item.goods().name())
            .column("specification", Type.TEXT, item -> item.goods().specification())
            .column("brand", Type.TEXT, item -> item.goods().brand())
            .column("batch_nos", Type.TEXT, item -> item.goods().batchNos())
            .column("production_date", Type.DATE, item -> item.goods().productionDate())
            .column("shelf_life_days", Type.INTEGER, item -> item.goods().shelfLifeDays())
            .column("quantity", Type.QUANTITY, item -> item.goods().quantity())
            .column("unit", Type.TEXT, item -> item.goods().unit())
            .column("origin_country", Type.TEXT, item -> item.goods().originCountry())
            .column("producer", Type.TEXT, item -> item.goods().producer())
            .column("producer_registration", Type.TEXT, item -> item.goods().producerRegistration())
            .constant("removed", "false", "false");

    private static List<Item> items(List<DeclarationRecord> pushed, Map<String, Long> ids) {
        return pushed.stream()
                .filter(record -> ids.containsKey(record.declarationNo()))
                .flatMap(record ->
                        record.goods().stream().map(goods -> new Item(ids.get(record.declarationNo()), goods)))
                .toList();
    }

    /** Lines that an amendment no longer has are kept for the reports filed on them, but may not be filed any more. */
    private static void markLeftOut(Connection connection, Set<ItemKey> before, List<Item> items) throws SQLException {
        var leftOut = new HashSet<>(before);
        items.forEach(item -> leftOut.remove(item.key()));
        if (leftOut.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(
                "update goods_item set removed = true where declaration_id = ? and seq_no = ?")) {
            for (var key : leftOut) {
                update.setLong(1, key.declarationId());
                update.setInt(2, key.seqNo());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** The lines of these declarations as they stand: most that come again are the same and need not be written. */
    private static Map<ItemKey, GoodsRecord> stored(Connection connection, Set<Long> declarations) throws SQLException {
        var lines = new HashMap<ItemKey, GoodsRecord>();
        if (declarations.isEmpty()) {
            return lines;
        }
        try (var query = connection.prepareStatement(
                "select declaration_id, seq_no, goods_code, name, specification, brand, batch_nos, production_date,"
                        + " shelf_life_days, quantity, unit, origin_country, producer, producer_registration"
                        + " from goods_item where declaration_id = any(?) and not removed")) {
            query.setArray(1, connection.createArrayOf("bigint", declarations.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var goods = goods(rows);
                    lines.put(new ItemKey(rows.getLong(1), goods.seqNo()), goods);
                }
            }
        }
        return lines;
    }

    private static GoodsRecord goods(ResultSet row) throws SQLException {
        int column = 2;
        return new GoodsRecord(
                row.getInt(column++),
                row.getString(column++),
                row.getString(column++),
                row.getString(column++),
                row.getString(column++),
                row.getString(column++),
                row.getObject(column++, LocalDate.class),
                row.getObject(column++, Integer.class),
                row.getBigDecimal(column++),
                row.getString(column++),
                row.getString(column++),
                row.getString(column++),
                row.getString(column));
    }
}
