package org.suyuan.batch.generator;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.DatabaseVendor;

/**
 * Trace reports with their sales on goods items of which nobody has reported anything, made inside the database. Of
 * twenty reports seventeen are 海关入库成功, one is a draft, one failed and one was returned. What is sold of an item never
 * exceeds nine tenths of what was declared.
 */
@Stateless
@PermitAll
public class SampleReports {

    private static final int ITEMS_AT_ONCE = 2_000;
    private static final int BUYERS = 200;

    private static final String FREE_ITEMS = """
            from goods_item g
            join declaration d on d.id = g.declaration_id
            join enterprise e on e.uscc = d.consignee_uscc
            where g.id > ? and not g.removed and not d.cancelled
            and not exists (select 1 from trace_report x where x.goods_item_id = g.id)
            """;

    private static final String REPORTS = """
            insert into trace_report (id, unified_no, enterprise_id, version, status, apply_customs, report_date,
                generate_qr, goods_item_id, declaration_no, declaration_customs, entry_port, import_date, goods_seq_no,
                goods_code, food_name, specification, brand, batch_no, production_date, shelf_life_days, quantity, unit,
                origin_country, producer, producer_registration, created_by, filed_by, created_at, submitted_at,
                answered_at, customs_reason, lock_version)
            select nextval('trace_report_seq'),
                'FT' || extract(year from p.import_date) || lpad(cast(nextval('unified_no_seq') as varchar(12)), 12, '0'),
                p.enterprise_id, 1, p.status, p.apply_customs, p.import_date, mod(p.item, 3) <> 0, p.item,
                p.declaration_no, p.customs_district, p.entry_port, p.import_date, p.seq_no, p.goods_code, p.name,
                p.specification, p.brand, p.batch_nos, p.production_date, p.shelf_life_days, p.quantity, p.unit,
                p.origin_country, p.producer, p.producer_registration, 'generator', 'generator', p.made_at,
                case when p.status <> 'DRAFT' then p.made_at end,
                case when p.status <> 'DRAFT' then p.made_at end,
                case when p.status in ('CUSTOMS_FAILED', 'RETURNED') then '测试数据' end, 1
            from (select g.id as item, e.id as enterprise_id, e.customs_district as apply_customs, d.declaration_no,
                    d.customs_district, d.entry_port, d.import_date, g.seq_no, g.goods_code, g.name, g.specification,
                    g.brand, g.batch_nos, g.production_date, g.shelf_life_days, g.quantity, g.unit, g.origin_country,
                    g.producer, g.producer_registration, cast(? as timestamp with time zone) as made_at,
                    case mod(g.id + n.i, 20) when 0 then 'DRAFT' when 1 then 'CUSTOMS_FAILED' when 2 then 'RETURNED'
                        else 'CUSTOMS_STORED' end as status
                from goods_item g
                join declaration d on d.id = g.declaration_id
                join enterprise e on e.uscc = d.consignee_uscc
                cross join %s as n(i)
                where g.id > ? and g.id <= ? and not g.removed and not d.cancelled
                and not exists (select 1 from trace_report x where x.goods_item_id = g.id)
                order by g.id, n.i
                fetch first %d rows only) p
            """;

    private static final String SALES = """
            insert into sales_record (id, report_id, row_no, buyer_name, buyer_uscc, buyer_address, buyer_contact,
                sold_quantity, delivery_date)
            select nextval('sales_record_seq'), r.id, n.i, '样例第' || b.no || '食品商贸有限公司', b.uscc,
                '样例市样例区样例路' || b.no || '号', '1380000' || lpad(cast(b.no as varchar(4)), 4, '0'),
                round(r.quantity * 0.9 / %d / %d, 5),
                least(r.import_date + cast(mod(n.i, 10) as integer), cast(? as date))
            from (select x.*, row_number() over (order by x.id) as ordinal from trace_report x
                where x.goods_item_id > ? and x.goods_item_id <= ? and x.created_by = 'generator' and x.created_at = ?) r
            join %s as n(i) on n.i <= %d + case when r.ordinal <= %d then 1 else 0 end
            join unnest(%s) with ordinality as b(uscc, no) on b.no = 1 + mod(r.id / 50 + n.i, %d)
            """;

    private static final String EVENTS = """
            insert into trace_event (id, report_id, version, status, answer_code, answer_text, happened_at)
            select nextval('trace_event_seq'), r.id, 1, r.status,
                case r.status when 'CUSTOMS_STORED' then '120' when 'RETURNED' then '100' when 'CUSTOMS_FAILED' then '-1' end,
                case r.status when 'DRAFT' then null else '测试数据' end, r.created_at
            from trace_report r
            where r.goods_item_id > ? and r.goods_item_id <= ? and r.created_by = 'generator' and r.created_at = ?
            """;

    private static final String QR_DUE = """
            insert into qr_due (report_id)
            select r.id from trace_report r
            where r.goods_item_id > ? and r.goods_item_id <= ? and r.created_by = 'generator' and r.created_at = ?
            and r.generate_qr and r.status = 'CUSTOMS_STORED'
            """;

    /** What is still to be made, and how many reports each item gets. */
    public record Order(long reports, long sales, int reportsPerItem) {}

    /** What was made, and the last item it was made of. */
    public record Made(long lastItem, long reports, long sales) {}

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private BusinessTime time;

    /** Items that have no report yet. */
    public long freeItems() {
        return number("select count(*) " + FREE_ITEMS, 0);
    }

    /** Makes the reports of the next items after the given one, in a transaction of its own. */
    public Made makeSome(long afterItem, Order order) {
        long lastItem = number(
                "select max(id) from (select g.id " + FREE_ITEMS + " order by g.id fetch first " + ITEMS_AT_ONCE
                        + " rows only) page",
                afterItem);
        try (var connection = database.getConnection()) {
            var now = time.now().atOffset(ZoneOffset.UTC);
            long reports = makeReports(connection, afterItem, lastItem, order, now);
            long sales = makeSales(connection, afterItem, lastItem, order, reports, now);
            follow(connection, EVENTS, afterItem, lastItem, now);
            follow(connection, QR_DUE, afterItem, lastItem, now);
            return new Made(lastItem, reports, sales);
        } catch (SQLException e) {
            throw new IllegalStateException("Sample reports cannot be written", e);
        }
    }

    private static long makeReports(Connection connection, long after, long last, Order order, OffsetDateTime now)
            throws SQLException {
        var most = Math.min(order.reports(), (long) ITEMS_AT_ONCE * order.reportsPerItem());
        var sql = REPORTS.formatted(series(connection, order.reportsPerItem()), most);
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, now);
            insert.setLong(2, after);
            insert.setLong(3, last);
            return insert.executeUpdate();
        }
    }

    private long makeSales(Connection connection, long after, long last, Order order, long reports, OffsetDateTime now)
            throws SQLException {
        long rowsEach = order.sales() / order.reports();
        long oneMore = Math.min(reports, order.sales() % order.reports());
        var text =
                DatabaseVendor.of(connection) == DatabaseVendor.H2 ? "cast(? as varchar array)" : "cast(? as text[])";
        var sql = SALES.formatted(
                order.reportsPerItem(),
                rowsEach + 1,
                series(connection, rowsEach + 1),
                rowsEach,
                oneMore,
                text,
                BUYERS);
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, time.today());
            setRange(insert, 2, after, last, now);
            insert.setArray(5, connection.createArrayOf("varchar", buyers()));
            return insert.executeUpdate();
        }
    }

    private static void follow(Connection connection, String sql, long after, long last, OffsetDateTime now)
            throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            setRange(insert, 1, after, last, now);
            insert.executeUpdate();
        }
    }

    private static void setRange(PreparedStatement insert, int first, long after, long last, OffsetDateTime now)
            throws SQLException {
        insert.setLong(first, after);
        insert.setLong(first + 1, last);
        insert.setObject(first + 2, now);
    }

    private static String series(Connection connection, long last) throws SQLException {
        return (DatabaseVendor.of(connection) == DatabaseVendor.H2 ? "system_range(1, " : "generate_series(1, ") + last
                + ")";
    }

    private static Object[] buyers() {
        return IntStream.rangeClosed(1, BUYERS)
                .mapToObj(i -> SampleEnterprises.code("91310115MA2BUY%03d".formatted(i))
                        .value())
                .toArray();
    }

    private long number(String sql, long afterItem) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setLong(1, afterItem);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Goods items cannot be read", e);
        }
    }
}
