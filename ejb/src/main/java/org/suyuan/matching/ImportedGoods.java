package org.suyuan.matching;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;
import org.suyuan.shared.Sha256;

/**
 * What importers bring in, as it is matched: each different product of an importer once, with the lines of its declarations
 * and their lots. The same food comes again and again, so that this is far smaller than the declarations are.
 */
final class ImportedGoods {

    /** What is stored of a product. */
    private record Row(
            String importer,
            String goodsCode,
            String country,
            String name,
            String brand,
            String producer,
            String registration) {

        String fingerprint() {
            var all = Stream.of(importer, goodsCode, country, name, brand, producer, registration)
                    .map(part -> Objects.toString(part, ""))
                    .toList();
            return Sha256.of(String.join("\u0000", all).getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Line(long itemId, Row product, boolean gone, Set<String> lots) {}

    private record Pair<T>(T key, long id) {}

    /**
     * What a look at some declarations brought.
     *
     * @param fresh products that nobody has compared with anything yet
     * @param known other products on these declarations
     * @param lots of all these products on these declarations
     * @param left products that may have no line any more
     */
    record Taken(
            List<ProductTraits> fresh, List<ProductTraits> known, Map<Long, Set<String>> lots, Collection<Long> left) {}

    private static final String LINES = """
        select g.id, d.consignee_uscc as importer_uscc, g.goods_code, g.origin_country, g.name, g.brand, g.producer,
            g.producer_registration as registration, g.batch_nos, g.removed or d.cancelled as gone
        from goods_item g join declaration d on d.id = g.declaration_id where g.declaration_id = any(?) order by g.id
        """;

    private static final BulkUpsert<Row> PRODUCTS = BulkUpsert.<Row>into("imported_product", "fingerprint")
            .column("fingerprint", Type.TEXT, Row::fingerprint)
            .column("importer_uscc", Type.TEXT, Row::importer)
            .column("goods_code", Type.TEXT, Row::goodsCode)
            .column("origin_country", Type.TEXT, Row::country)
            .column("name", Type.TEXT, Row::name)
            .column("brand", Type.TEXT, Row::brand)
            .column("producer", Type.TEXT, Row::producer)
            .column("registration", Type.TEXT, Row::registration)
            .returning("id, fingerprint");

    private static final BulkUpsert<Pair<Long>> LINES_OF = BulkUpsert.<Pair<Long>>into("imported_line", "goods_item_id")
            .column("goods_item_id", Type.BIGINT, Pair::key)
            .column("product_id", Type.BIGINT, Pair::id);

    private final Connection connection;
    private final Map<String, ProducerName> producers = new HashMap<>();
    private final Map<String, Set<String>> foods = new HashMap<>();

    ImportedGoods(Connection connection) {
        this.connection = connection;
    }

    /** Brings products, lines and lots up to date with these declarations. */
    Taken take(Collection<Long> declarations) throws SQLException {
        var lines = lines(declarations);
        var live = lines.stream().filter(line -> !line.gone()).toList();
        var ids = productIds(live);
        var items = lines.stream().map(Line::itemId).toList();
        var before = products(items);
        var known = withLines(ids.values());
        write(live, items, ids);
        var fresh = new ArrayList<ProductTraits>();
        var others = new ArrayList<ProductTraits>();
        ids.forEach((row, id) -> (known.contains(id) ? others : fresh).add(traits(id, row)));
        writeTraits(fresh);
        var lots = new HashMap<Long, Set<String>>();
        live.forEach(line -> lots.computeIfAbsent(ids.get(line.product()), id -> new TreeSet<>())
                .addAll(line.lots()));
        before.removeAll(ids.values());
        return new Taken(fresh, others, lots, before);
    }

    private List<Line> lines(Collection<Long> declarations) throws SQLException {
        var lines = new ArrayList<Line>();
        query(
                LINES,
                array("bigint", declarations),
                row -> lines.add(new Line(
                        row.getLong("id"), row(row), row.getBoolean("gone"), lots(row.getString("batch_nos")))));
        return lines;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("importer_uscc"),
                row.getString("goods_code"),
                row.getString("origin_country"),
                row.getString("name"),
                row.getString("brand"),
                row.getString("producer"),
                row.getString("registration"));
    }

    private static Set<String> lots(String batchNos) {
        var lots = new TreeSet<String>();
        Stream.of(batchNos == null ? new String[0] : batchNos.split(";"))
                .map(Words::code)
                .filter(Objects::nonNull)
                .forEach(lots::add);
        return lots;
    }

    private Map<Row, Long> productIds(List<Line> live) throws SQLException {
        var rows = live.stream().map(Line::product).distinct().collect(toMap(Row::fingerprint, Function.identity()));
        var ids = new LinkedHashMap<Row, Long>();
        query(
                "select id, fingerprint from imported_product where fingerprint = any(?)",
                array("varchar", rows.keySet()),
                row -> ids.put(rows.get(row.getString("fingerprint")), row.getLong("id")));
        PRODUCTS.write(
                connection,
                rows.values().stream().filter(row -> !ids.containsKey(row)).toList(),
                row -> ids.put(rows.get(row.getString("fingerprint")), row.getLong("id")));
        return ids;
    }

    private Set<Long> products(Collection<Long> items) throws SQLException {
        return ids("select distinct product_id from imported_line where goods_item_id = any(?)", items);
    }

    private Set<Long> withLines(Collection<Long> products) throws SQLException {
        return ids("select distinct product_id from imported_line where product_id = any(?)", products);
    }

    private void write(List<Line> live, List<Long> items, Map<Row, Long> ids) throws SQLException {
        for (var table : List.of("imported_lot", "imported_line")) {
            try (var delete = connection.prepareStatement("delete from " + table + " where goods_item_id = any(?)")) {
                delete.setArray(1, array("bigint", items));
                delete.executeUpdate();
            }
        }
        LINES_OF.write(
                connection,
                live.stream()
                        .map(line -> new Pair<>(line.itemId(), ids.get(line.product())))
                        .toList());
        try (var insert = connection.prepareStatement("insert into imported_lot (lot, goods_item_id) values (?, ?)")) {
            for (var line : live) {
                for (var lot : line.lots()) {
                    insert.setString(1, lot);
                    insert.setLong(2, line.itemId());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void writeTraits(List<ProductTraits> products) throws SQLException {
        try (var delete = connection.prepareStatement("delete from product_trait where product_id = any(?)")) {
            delete.setArray(
                    1, array("bigint", products.stream().map(ProductTraits::id).toList()));
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement("insert into product_trait (trait, product_id) values (?, ?)")) {
            for (var product : products) {
                for (var trait : product.traits()) {
                    insert.setString(1, trait);
                    insert.setLong(2, product.id());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Products with these lots, each with those of its lots that are among them. */
    Map<Long, Set<String>> byLots(Collection<String> lots) throws SQLException {
        var found = new HashMap<Long, Set<String>>();
        query(
                "select distinct i.product_id, l.lot from imported_lot l join imported_line i on i.goods_item_id ="
                        + " l.goods_item_id where l.lot = any(?)",
                array("varchar", lots),
                row -> found.computeIfAbsent(row.getLong(1), id -> new TreeSet<>())
                        .add(row.getString(2)));
        return found;
    }

    /** Reads, one after the other, the products that are still imported and have one of these traits or are among these. */
    void each(Collection<String> traits, Collection<Long> products, ProductReader reader) throws SQLException {
        try (var query = connection.prepareStatement("""
            select p.* from imported_product p where p.id in (select t.product_id from product_trait t
                where t.trait = any(?) union select q.id from imported_product q where q.id = any(?))
            and exists (select 1 from imported_line l where l.product_id = p.id)
            """)) {
            query.setFetchSize(2_000);
            query.setArray(1, array("varchar", traits));
            query.setArray(2, array("bigint", products));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(traits(rows.getLong("id"), row(rows)));
                }
            }
        }
    }

    /** Takes one product. */
    interface ProductReader {
        void read(ProductTraits product);
    }

    private ProductTraits traits(long id, Row row) {
        return new ProductTraits(
                id,
                row.importer(),
                row.goodsCode(),
                row.country(),
                row.brand(),
                producers.computeIfAbsent(Objects.toString(row.producer(), ""), ProducerName::of),
                row.registration() == null ? null : Words.code(row.registration()),
                foods.computeIfAbsent(row.name(), Words::ofFood));
    }

    private Set<Long> ids(String sql, Collection<Long> of) throws SQLException {
        var ids = new HashSet<Long>();
        query(sql, array("bigint", of), row -> ids.add(row.getLong(1)));
        return ids;
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void query(String sql, Array values, BulkUpsert.WrittenRow reader) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, values);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
