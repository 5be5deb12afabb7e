package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;

/**
 * How long matching takes by the number of declared items: one new notice, and a thousand. Beside each stands a bare JDBC
 * query that reads the products of the notice's heading and country by their index, so that only the ratios need be
 * believed. {@code docs/benchmarks.md} has the command and what was measured.
 */
@Tag("F17")
class MatchingBench {

    private static final int FEW = Integer.getInteger("bench.items.few", 100_000);
    private static final int MANY = Integer.getInteger("bench.items", 1_000_000);
    private static final int ITEMS_OF_DECLARATION = 10;
    private static final int LINES_OF_PRODUCT = 5;
    private static final int SINGLE_RUNS = 15;

    /** The tariff's first codes of so many headings, and so many countries. */
    private static final int HEADINGS = 100;

    private static final int COUNTRIES = 40;

    private static final String YARDSTICK = """
        select p.* from imported_product p join product_trait t on t.product_id = p.id where t.trait =
            (select 'h:' || n.country || ':' || substr(n.hs_code, 1, 4) from food_safety_notice n where n.id = ?)
        """;

    private long notices;

    @Test
    void one_notice_and_a_thousand_among_more_and_more_items() throws Exception {
        try (var portal = Portal.start(
                        "bench",
                        Map.of("SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false", "SUYUAN_PACE", "20"));
                var connection = portal.connect()) {
            awaitMatched(connection);
            say(
                    "%10s %14s %14s %16s %16s %8s",
                    "items", "taken in, s", "items a s", "1000 notices, s", "JDBC query, s", "ratio");
            int filled = 0;
            for (int items : new int[] {FEW, MANY}) {
                declare(connection, filled, items);
                long begun = System.nanoTime();
                execute(
                        connection,
                        "insert into declaration_to_match select id, 1 from declaration where id not in (select"
                                + " distinct g.declaration_id from imported_line l join goods_item g on g.id ="
                                + " l.goods_item_id) on conflict do nothing");
                awaitMatched(connection);
                double taken = seconds(begun);
                execute(connection, "vacuum analyze");
                for (int run = 0; run < 2; run++) { // the first one warms up
                    long first = publish(connection, 1_000);
                    double thousand = matched(connection, first);
                    double bare = bare(connection, first, 1_000);
                    say(
                            "%10d %14.1f %14.0f %16.2f %16.2f %8.1f",
                            items, taken, (items - filled) / taken, thousand, bare, thousand / bare);
                    single(connection, items);
                }
                filled = items;
            }
            assertThat(count(connection, "select count(*) from risk_match")).isPositive();
        }
    }

    private void single(Connection connection, int items) throws Exception {
        var matched = new double[SINGLE_RUNS];
        var bare = new double[SINGLE_RUNS];
        for (int i = 0; i < SINGLE_RUNS; i++) {
            long id = publish(connection, 1);
            matched[i] = matched(connection, id) * 1e3;
            bare[i] = bare(connection, id, 1) * 1e3;
        }
        say(
                "%10d one notice: %.1f ms, JDBC query %.1f ms, ratio %.1f",
                items, median(matched), median(bare), median(matched) / median(bare));
    }

    /** Publishes notices behind the portal's back; they are matched when they are put on the list. */
    private long publish(Connection connection, int count) throws SQLException {
        long from = notices;
        notices += count;
        execute(connection, """
            insert into food_safety_notice (category, source, origin_id, withdrawn, message_time, received_at, revision,
                content_hash, title, published_on, country, product, hazard, hs_code)
            select 'DENIED_ENTRY', 'BENCH', 'B-' || n, false, now(), now(), 1, '', 'Bench notice ' || n, current_date,
                c.code, h.name_zh, '沙门氏菌', h.code || '00'
            from generate_series(%1$d, %2$d) n
            join (select row_number() over (order by code) - 1 as no, code, name_zh from (%3$s) x) h on h.no = mod(n * 7, %4$d)
            join (select row_number() over (order by code) - 1 as no, code from code_entry where code_table = 'COUNTRY') c
                on c.no = mod(n * 13, %5$d)
            """.formatted(from, notices - 1, headings(), HEADINGS, COUNTRIES));
        return count(connection, "select id from food_safety_notice where origin_id = 'B-" + from + "'");
    }

    private static double matched(Connection connection, long firstNotice) throws Exception {
        long begun = System.nanoTime();
        execute(
                connection,
                "insert into notice_to_match select id, 1 from food_safety_notice where id >= " + firstNotice);
        awaitMatched(connection);
        return seconds(begun);
    }

    private static double bare(Connection connection, long firstNotice, int count) throws SQLException {
        long begun = System.nanoTime();
        try (var query = connection.prepareStatement(YARDSTICK)) {
            for (long id = firstNotice; id < firstNotice + count; id++) {
                query.setLong(1, id);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("name");
                    }
                }
            }
        }
        return seconds(begun);
    }

    /** Items from one number to another: each product of an importer five times, of any heading, country and producer. */
    private static void declare(Connection connection, int from, int to) throws SQLException {
        execute(connection, """
            insert into declaration (declaration_no, customs_district, entry_port, import_date, consignee_uscc,
                consignee_name, overseas_shipper, cancelled, message_time, received_at, revision)
            select '220220261' || lpad(n::text, 9, '0'), '2202', '311002', current_date - 30,
                '91350100B' || lpad(mod(n, 500)::text, 9, '0'), '样例进口商', 'Bench', false, now(), now(), 1
            from generate_series(%d, %d) as n
            """.formatted(from / ITEMS_OF_DECLARATION, to / ITEMS_OF_DECLARATION - 1));
        execute(connection, """
            insert into goods_item (declaration_id, seq_no, goods_code, name, batch_nos, quantity, unit, origin_country,
                producer, removed)
            select d.id, i, h.code || '00', h.name_zh, 'B' || d.id || 'L' || i, 1000, '035', c.code,
                'Bench Foods ' || mod(p.no, 5000) || ' Ltd.', false
            from generate_series(%1$d, %2$d) as n
            join declaration d on d.declaration_no = '220220261' || lpad(n::text, 9, '0')
            cross join generate_series(1, %3$d) as i
            cross join lateral (select (n * %3$d + i) / %4$d as no) p
            join (select row_number() over (order by code) - 1 as no, code, name_zh from (%5$s) x) h
                on h.no = mod(p.no * 31, %6$d)
            join (select row_number() over (order by code) - 1 as no, code from code_entry where code_table = 'COUNTRY') c
                on c.no = mod(p.no / 17, %7$d)
            """.formatted(
                        from / ITEMS_OF_DECLARATION,
                        to / ITEMS_OF_DECLARATION - 1,
                        ITEMS_OF_DECLARATION,
                        LINES_OF_PRODUCT,
                        headings(),
                        HEADINGS,
                        COUNTRIES));
        execute(connection, "vacuum analyze");
    }

    private static String headings() {
        return "select min(code) as code, min(name_zh) as name_zh from code_entry where code_table = 'HS'"
                + " group by substr(code, 1, 4) order by substr(code, 1, 4) fetch first " + HEADINGS + " rows only";
    }

    private static void awaitMatched(Connection connection) throws Exception {
        while (count(
                        connection,
                        "select case when exists (select 1 from declaration_to_match)"
                                + " or exists (select 1 from notice_to_match) then 1 else 0 end")
                > 0) {
            Thread.sleep(2);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
