package org.suyuan.matching;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.declaration.Records;
import org.suyuan.testing.DeclarationFile;
import org.suyuan.testing.Portal;

/** Risks and refused entries find the importers whom they concern, whichever came first, and through a power failure. */
@Tag("F17")
class MatchingIT {

    private static final int BLOCK = 917;

    private static Portal portal;
    private static int numbers;

    private record Pair(String originId, String importer) {}

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("matching");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void all_planted_matches_are_found_and_at_most_one_in_twenty_is_wrong() {
        var planted = new PlantedCases();
        var half = planted.foods().size() / 2;
        declare(planted.foods().subList(0, half)); // before the notices
        publish(false, planted.cases());
        publish(true, planted.cases());
        declare(planted.foods().subList(half, planted.foods().size())); // after them
        awaitMatched();

        var wanted = planted.cases().stream()
                .filter(one -> one.importer() != null)
                .map(one -> new Pair(one.originId(), one.importer()))
                .collect(toSet());
        var found = found("PLANT-%", planted.foods());
        var missing = wanted.stream().filter(pair -> !found.contains(pair)).toList();
        var wrong = found.stream().filter(pair -> !wanted.contains(pair)).toList();
        assertThat(wanted).hasSizeGreaterThanOrEqualTo(100);
        assertThat(planted.cases()).hasSizeGreaterThanOrEqualTo(2 * wanted.size());
        assertThat(missing).as("missing").isEmpty();
        assertThat(wrong).as("wrong").hasSizeLessThanOrEqualTo(found.size() / 20);
    }

    @Test
    void an_amendment_and_a_withdrawal_are_followed_and_a_new_product_is_matched_with_what_is_known() {
        var food = new PlantedCases.Food(
                PlantedCases.importer(500),
                "0805100000",
                "鲜橙",
                "Oranges",
                "EGY",
                "Nile Citrus Farms",
                "Nilo",
                "NC26-100");
        var number = declare(List.of(food));
        publishOne("AMENDED-1", "PUBLISH", "EGY", "鲜橙", 0);
        awaitMatched();
        assertThat(standing("AMENDED-1", food)).isEqualTo(1);

        publishOne("AMENDED-1", "AMEND", "MAR", "鲜橙", 1);
        awaitMatched();
        assertThat(standing("AMENDED-1", food)).isZero();

        publishOne("AMENDED-1", "AMEND", "EGY", "鲜橙", 2);
        awaitMatched();
        assertThat(standing("AMENDED-1", food)).isEqualTo(1);

        publishOne("AMENDED-1", "WITHDRAW", null, null, 3);
        awaitMatched();
        assertThat(standing("AMENDED-1", food)).isZero();
        assertThat(count("AMENDED-1", food)).isEqualTo(1);

        publishOne("AMENDED-2", "PUBLISH", "EGY", "鲜橙", 4);
        awaitMatched();
        assertThat(standing("AMENDED-2", food)).isEqualTo(1);
        cancel(number);
        awaitMatched();
        assertThat(standing("AMENDED-2", food)).isZero();
    }

    @Test
    void a_power_failure_loses_and_doubles_nothing() {
        var food = new PlantedCases.Food(
                PlantedCases.importer(600),
                "0806100000",
                "鲜葡萄",
                "Grapes",
                "PER",
                "Uvas del Sur S.A.C.",
                "Sur",
                "US26-1");
        publishOne("CRASH-1", "PUBLISH", "PER", "鲜葡萄", 0);
        var file =
                DeclarationFile.create(portal.exchange("FTR301", "inbox").resolve("crash.xml"), OffsetDateTime.now());
        int declarations = 2_000;
        for (int i = 0; i < declarations; i++) {
            file.add(PlantedCases.declaration(
                    new PlantedCases.Food(
                            PlantedCases.importer(600 + i % 20),
                            food.goodsCode(),
                            food.name() + (i % 50 == 0 ? "" : i),
                            food.english(),
                            food.country(),
                            food.producer(),
                            food.brand(),
                            "US26-" + i),
                    Records.number(BLOCK + 1, i)));
        }
        file.close();
        long before = portal.count("select count(*) from imported_line");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> portal.count("select count(*) from imported_line") > before);
        portal.kill();
        portal.start();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> portal.files("FTR301", "archive").contains("crash.xml"));
        awaitMatched();

        assertThat(portal.count(
                        "select count(*) from imported_line l join goods_item g on g.id = l.goods_item_id"
                                + " join declaration d on d.id = g.declaration_id where d.declaration_no like ?",
                        Records.pattern(BLOCK + 1)))
                .isEqualTo(declarations);
        var importers = "importer_uscc between '" + PlantedCases.importer(600).substring(0, 17) + "' and '"
                + PlantedCases.importer(619) + "'";
        assertThat(portal.count("select count(*) from risk_match m join food_safety_notice n on n.id = m.notice_id"
                        + " where m.standing and n.origin_id = 'CRASH-1' and m." + importers))
                .isEqualTo(20);
        assertThat(portal.count("select sum(m.products) from risk_match m join food_safety_notice n on n.id ="
                        + " m.notice_id where n.origin_id = 'CRASH-1' and m." + importers))
                .isEqualTo(portal.count("select count(*) from imported_product where " + importers))
                .isEqualTo(
                        portal.count("select count(*) from risk_match_product p join risk_match m on m.id = p.match_id"
                                + " join food_safety_notice n on n.id = m.notice_id where n.origin_id = 'CRASH-1' and m."
                                + importers));
    }

    private static String declare(List<PlantedCases.Food> foods) {
        var name = "goods-" + System.nanoTime() + ".xml";
        var number = "";
        try (var file =
                DeclarationFile.create(portal.exchange("FTR301", "inbox").resolve(name), OffsetDateTime.now())) {
            for (var food : foods) {
                number = Records.number(BLOCK, numbers++);
                file.add(PlantedCases.declaration(food, number));
            }
        }
        awaitArchived("FTR301", name);
        return number;
    }

    private static void cancel(String number) {
        var name = "cancel-" + System.nanoTime() + ".xml";
        try (var file =
                DeclarationFile.create(portal.exchange("FTR301", "inbox").resolve(name), OffsetDateTime.now())) {
            file.add("<declaration><operation>CANCEL</operation><entryId>" + number + "</entryId></declaration>\n");
        }
        awaitArchived("FTR301", name);
    }

    private static void publish(boolean refused, List<PlantedCases.Case> cases) {
        push(
                refused ? "FTR404" : "FTR403",
                PlantedCases.message(
                        refused,
                        cases.stream().filter(one -> one.refused() == refused).toList(),
                        OffsetDateTime.now()));
    }

    private static void publishOne(String originId, String operation, String country, String product, int second) {
        var fields = country == null
                ? ""
                : "<title>风险预警</title><publishedOn>2026-11-01</publishedOn><country>" + country + "</country><product>"
                        + product + "</product>";
        push(
                "FTR403",
                "<FTR403 xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M" + System.nanoTime()
                        + "</messageId><messageTime>"
                        + "2026-11-21T09:00:0" + second + "+08:00</messageTime></head><notice><operation>" + operation
                        + "</operation><source>GACC</source><originId>" + originId + "</originId>" + fields
                        + "</notice></FTR403>");
    }

    private static void push(String type, String message) {
        var name = "notices-" + System.nanoTime() + ".xml";
        portal.push(type, name, message.getBytes(StandardCharsets.UTF_8));
        awaitArchived(type, name);
        assertThat(portal.count(
                        "select rejected_count from inbound_file where file_name = ? and message_type = ?", name, type))
                .isZero();
    }

    private static void awaitArchived(String type, String name) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.files(type, "archive").contains(name));
    }

    private static void awaitMatched() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.count("select (select count(*) from declaration_to_match)"
                                + " + (select count(*) from notice_to_match)")
                        == 0);
    }

    private static Set<Pair> found(String originIds, List<PlantedCases.Food> foods) {
        var importers = foods.stream().map(PlantedCases.Food::importer).collect(toSet());
        return portal
                .rows(
                        "select n.origin_id, m.importer_uscc from risk_match m join food_safety_notice n on n.id ="
                                + " m.notice_id where m.standing and n.origin_id like ?",
                        originIds)
                .stream()
                .map(row -> new Pair((String) row.get("origin_id"), (String) row.get("importer_uscc")))
                .filter(pair -> importers.contains(pair.importer()))
                .collect(toSet());
    }

    private static long standing(String originId, PlantedCases.Food food) {
        return count(originId, food, " and m.standing");
    }

    private static long count(String originId, PlantedCases.Food food) {
        return count(originId, food, "");
    }

    private static long count(String originId, PlantedCases.Food food, String more) {
        return portal.count(
                "select count(*) from risk_match m join food_safety_notice n on n.id = m.notice_id"
                        + " where n.origin_id = ? and m.importer_uscc = ?" + more,
                originId,
                food.importer());
    }
}
