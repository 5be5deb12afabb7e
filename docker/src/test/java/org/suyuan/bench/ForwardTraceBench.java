package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.suyuan.container.Operator;
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.recall.drill.DrillPlan;
import org.suyuan.recall.drill.DrillReport;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.testing.Portal;

/**
 * How long a drill takes to trace a lot forward, by the number of sales that the database holds: real requests to the real
 * server over a real PostgreSQL. Beside each drill stands a bare indexed JDBC query for the same rows, so that only the
 * ratios need be believed. {@code docs/benchmarks.md} has the command and what was measured.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("F13")
class ForwardTraceBench {

    /** {@code bench.sales}: each more than the one before. */
    private static final List<Integer> SALES = Stream.of(
                    System.getProperty("bench.sales", "100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final int ITEMS = 5;
    private static final int REPORTS_OF_LOT = 4;
    private static final int SALES_OF_REPORT = 25;
    private static final int SALES_OF_LOT = REPORTS_OF_LOT * SALES_OF_REPORT;
    private static final int SALES_OF_DECLARATION = ITEMS * SALES_OF_LOT;
    private static final int LARGE_LOT = 100_000;
    private static final int BUYERS = 5_000;
    private static final int LARGE = 999_999;
    private static final int WARM_UP = 300;
    private static final int DRILLS = 200;
    private static final int LARGE_DRILLS = 5;

    /** As {@link #number}, of the number n of a statement. */
    private static final String NUMBER = "'220220261' || lpad((n + 100000000)::text, 9, '0')";

    private static final String YARDSTICK = """
            select r.unified_no, r.status, r.batch_no, s.row_no, s.buyer_name, s.buyer_uscc, s.buyer_address,
                s.buyer_contact, s.sold_quantity, s.delivery_date
            from trace_report r join sales_record s on s.report_id = r.id
            where r.enterprise_id = (select id from enterprise order by id fetch first row only)
            and r.declaration_no = ? and r.goods_seq_no = ? and r.status <> 'DELETED' order by r.id, s.row_no
            """;

    private final Random random = new Random(1);
    private Portal portal;
    private Operator importer;

    /** Milliseconds of one drill as the caller sees it, as the server measured the trace, and of the yardstick. */
    private record Times(double[] drill, double[] trace, double[] yardstick) {

        static Times ofRuns(int runs) {
            return new Times(new double[runs], new double[runs], new double[runs]);
        }
    }

    @Deployment
    static Archive<?> application() {
        return TestApplication.ear(UseCases.class);
    }

    @Test
    void a_lot_of_equal_size_among_more_and_more_sales() throws SQLException {
        portal = SuyuanContainer.portal();
        importer = new Operator(portal, "importer1");
        try (var connection = portal.connect();
                var yardstick = connection.prepareStatement(YARDSTICK)) {
            say("%d sales in a lot; median and p95 of %d drills in ms", SALES_OF_LOT, DRILLS);
            say("%12s %16s %16s %16s %8s", "sales", "drill (HTTP)", "trace alone", "JDBC query", "ratio");
            inventBuyers(connection);
            double before = 0;
            double yardstickBefore = 0;
            int filled = 0;
            for (int sales : SALES) {
                fill(connection, filled / SALES_OF_DECLARATION, sales / SALES_OF_DECLARATION);
                filled = sales;
                run(yardstick, WARM_UP, sales);
                var times = run(yardstick, DRILLS, sales);
                double median = median(times.drill());
                double bare = median(times.yardstick());
                say(
                        "%12d %16s %16s %16s %8.1f",
                        sales, both(times.drill()), both(times.trace()), both(times.yardstick()), median / bare);
                if (before > 0) {
                    say("%12s %.2f × the time (JDBC query: %.2f ×)", "", median / before, bare / yardstickBefore);
                }
                before = median;
                yardstickBefore = bare;
            }
            oneLargeLot(connection, yardstick);
        }
    }

    private Times run(PreparedStatement yardstick, int runs, int sales) throws SQLException {
        var times = Times.ofRuns(runs);
        for (int i = 0; i < runs; i++) {
            drill(
                    yardstick,
                    number(random.nextInt(sales / SALES_OF_DECLARATION)),
                    1 + random.nextInt(ITEMS),
                    SALES_OF_LOT,
                    times,
                    i);
        }
        return times;
    }

    private String drill(PreparedStatement yardstick, String declarationNo, int item, int rows, Times times, int run)
            throws SQLException {
        var plan = new DrillPlan();
        plan.setDeclarationNo(declarationNo);
        plan.setGoodsSeqNo(item);
        plan.setScenario("bench");
        plan.setReason("bench");
        var body = Operator.json(plan);
        long begun = System.nanoTime();
        yardstick.setString(1, declarationNo);
        yardstick.setInt(2, item);
        int found = 0;
        try (var result = yardstick.executeQuery()) {
            while (result.next()) {
                found += result.getString(1) == null ? 0 : 1;
            }
        }
        times.yardstick()[run] = millis(begun);
        begun = System.nanoTime();
        var drill = importer.call("drill-start", body);
        times.drill()[run] = millis(begun);
        assertThat(found).isEqualTo(rows);
        var kept = portal.rows("select sales, trace_millis from drill where drill_no = ?", drill.text())
                .get(0);
        assertThat(kept.get("sales")).isEqualTo(rows);
        times.trace()[run] = ((Number) kept.get("trace_millis")).doubleValue();
        return drill.text();
    }

    private void oneLargeLot(Connection connection, PreparedStatement yardstick) throws SQLException {
        fillLarge(connection);
        var times = Times.ofRuns(LARGE_DRILLS);
        var drill = "";
        for (int i = 0; i < LARGE_DRILLS; i++) {
            drill = drill(yardstick, number(LARGE), 1, LARGE_LOT, times, i);
        }
        say(
                "one lot of %d sales and %d buyers: drill %s, trace alone %s, JDBC query %s",
                LARGE_LOT, BUYERS, both(times.drill()), both(times.trace()), both(times.yardstick()));
        var report = new DrillReport();
        report.setDrillNo(drill);
        report.setCountedStock(BigDecimal.ZERO);
        report.setConclusion("bench");
        long begun = System.nanoTime();
        assertThat(importer.call("drill-finish", Operator.json(report)).accepted())
                .isTrue();
        say(
                "  its evidence: %.0f ms, %s bytes of .xlsx",
                millis(begun),
                portal.query(
                        "select octet_length(f.content) from drill_file f join drill d on d.id = f.drill_id where d.drill_no = ? and f.format = 'xlsx'",
                        drill));
    }

    private static void inventBuyers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table bench_buyer (no integer primary key, uscc char(18))");
        }
        try (var insert = connection.prepareStatement("insert into bench_buyer values (?, ?)")) {
            for (int i = 0; i < BUYERS; i++) {
                var first17 = "91350100M0%07d".formatted(i);
                insert.setInt(1, i);
                insert.setString(2, first17 + SocialCreditCode.checkDigit(first17));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Declarations from one number to another, each with five lots, each lot with four reports of 25 sales. */
    private static void fill(Connection connection, int from, int to) throws SQLException {
        try (var statement = connection.createStatement()) {
            declare(statement, from, to, ITEMS);
            report(statement, from, to, REPORTS_OF_LOT, SALES_OF_REPORT);
            statement.execute("vacuum analyze");
        }
    }

    /** One more declaration whose only lot has been sold in ten full reports. */
    private static void fillLarge(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            declare(statement, LARGE, LARGE + 1, 1);
            report(statement, LARGE, LARGE + 1, LARGE_LOT / 10_000, 10_000);
            statement.execute("vacuum analyze");
        }
    }

    private static void declare(Statement statement, int from, int to, int items) throws SQLException {
        statement.execute("""
                insert into declaration (declaration_no, customs_district, entry_port, import_date, consignee_uscc,
                    consignee_name, overseas_shipper, cancelled, message_time, received_at, revision)
                select %s, '2202', '311002', current_date - 30, e.uscc, e.name, 'Pampas', false, now(), now(), 1
                from generate_series(%d, %d) as n
                cross join (select * from enterprise order by id fetch first row only) e
                """.formatted(NUMBER, from, to - 1));
        statement.execute("""
                insert into goods_item (declaration_id, seq_no, goods_code, name, specification, batch_nos, quantity,
                    unit, origin_country, removed)
                select d.id, i, '0202300090', '冷冻去骨牛肉', '20千克/箱', 'LOT-' || i, 1000000, '035', 'ARG', false
                from declaration d join generate_series(%d, %d) as n on d.declaration_no = %s
                cross join generate_series(1, %d) as i
                """.formatted(from, to - 1, NUMBER, items));
    }

    private static void report(Statement statement, int from, int to, int reports, int sales) throws SQLException {
        statement.execute("""
                insert into trace_report (id, unified_no, enterprise_id, version, status, apply_customs, report_date,
                    generate_qr, goods_item_id, declaration_no, declaration_customs, entry_port, import_date,
                    goods_seq_no, goods_code, food_name, specification, batch_no, quantity, unit, origin_country,
                    created_by, filed_by, created_at, submitted_at, lock_version)
                select nextval('trace_report_seq'), 'FT2026' || lpad(nextval('unified_no_seq')::text, 12, '0'), e.id, 1,
                    'CUSTOMS_STORED', '2202', current_date, false, g.id, d.declaration_no, '2202', '311002',
                    d.import_date, g.seq_no, g.goods_code, g.name, g.specification, g.batch_nos, g.quantity, g.unit,
                    g.origin_country, 'bench', 'bench', now(), now(), 1
                from goods_item g join declaration d on d.id = g.declaration_id
                join generate_series(%d, %d) as n on d.declaration_no = %s
                join enterprise e on e.uscc = d.consignee_uscc cross join generate_series(1, %d) as i
                """.formatted(from, to - 1, NUMBER, reports));
        statement.execute("""
                insert into sales_record (id, report_id, row_no, buyer_name, buyer_uscc, buyer_address, buyer_contact,
                    sold_quantity, delivery_date)
                select nextval('sales_record_seq'), r.id, i, '样例第' || b.no || '食品商贸有限公司', b.uscc,
                    '样例市样例区样例路' || b.no || '号', '13812345678', 1.5, current_date
                from trace_report r join generate_series(%d, %d) as n on r.declaration_no = %s
                cross join generate_series(1, %d) as i
                join bench_buyer b on b.no = mod(r.id / 50 * %d + i, %d)
                """.formatted(from, to - 1, NUMBER, sales, sales, BUYERS));
    }

    private static String number(int declaration) {
        return "220220261%09d".formatted(declaration + 100_000_000);
    }

    private static String both(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return "%.1f / %.1f".formatted(median(times), sorted[(int) Math.ceil(0.95 * sorted.length) - 1]);
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
