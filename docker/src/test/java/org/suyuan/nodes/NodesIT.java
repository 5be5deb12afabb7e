package org.suyuan.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Nodes;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** Two nodes on one PostgreSQL and one home, behind the proxy of {@code docker/nginx}. */
@Tag("H2")
@Tag("H13")
class NodesIT {

    private static final String GOODS = "冷冻去骨牛肉（两个节点）";

    private static Nodes nodes;
    private static Portal portal;

    @BeforeAll
    static void start() {
        nodes = Nodes.start( // both at once, on an empty database
                Portal.stopped("nodes", Map.of("SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false")),
                2,
                Map.of());
        portal = nodes.portal();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void who_types_on_a_node_that_is_killed_goes_on_at_the_other_and_the_message_leaves_once() throws Exception {
        var customs = new Customs(portal);
        customs.declares(Declaration.of(Customs.newDeclarationNo(), Customs.IMPORTER1, Goods.of(1, GOODS, "1000")));
        try (var browser = new Chromium()) {
            var filer = new Workplace(portal, browser.desktop()).signedIn("importer1");
            filer.fileOn(GOODS);
            filer.sell("12.5");

            var serving = nodes.serving();
            nodes.node(serving).kill();
            filer.sell("7.5");
            assertThat(nodes.serving()).isNotEqualTo(serving);
            filer.submit();
            assertThat(filer.page().locator("body").innerText()).contains("12.5", "7.5");
        }

        await().atMost(Duration.ofMinutes(3))
                .until(() -> portal.count("select count(*) from outbox_message where state = 'SENT'") == 1);
        assertThat(portal.files("FTR101", "outbox")).hasSize(1);
        var unifiedNo = (String) portal.query("select unified_no from trace_report where status = 'SENT'");
        portal.push(
                "FTR102",
                "answer.xml",
                Customs.receipt(
                        "answer", unifiedNo, 1, "120", "海关入库成功", LocalDateTime.now(ZoneId.of("Asia/Shanghai"))));
        await().atMost(Duration.ofMinutes(3)).until(() -> portal.count("select count(*) from qr_code") == 1);
        assertThat(portal.rows(
                        "select status, version, (select count(*) from sales_record s where s.report_id = r.id) as sales"
                                + " from trace_report r where unified_no = ?",
                        unifiedNo))
                .singleElement()
                .hasToString("{sales=2, status=CUSTOMS_STORED, version=1}");
        assertThat(portal.count("select count(*) from audit_event where action in ('trace.submit', 'exchange.sent')"))
                .isEqualTo(2);
        for (var node : nodes.names()) {
            if (!nodes.isReady(node)) {
                nodes.node(node).start();
            }
        }
    }

    /**
     * What stands open is kept by the names of its components, which a node gives to those that have none while it builds a
     * page for the first time; after a restart many ask for that at once.
     */
    @Test
    void whatever_stands_open_is_gone_on_with_at_a_node_that_many_have_just_come_to() throws Exception {
        var restarted = nodes.node("node2");
        restarted.stop();
        restarted.start();
        var customs = new Customs(portal);
        var number = Customs.newDeclarationNo();
        customs.declares(Declaration.of(number, Customs.IMPORTER1, Goods.of(1, GOODS, "1000")));
        var here = new Visitor(nodes.node("node1"));
        assertThat(here.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
        var there = here.at(restarted);

        for (var address : List.of(
                "/trace/edit?declaration=" + number,
                "/home",
                "/trace/list",
                "/trace/several",
                "/recall/list",
                "/recall/voluntary",
                "/drill/list",
                "/drill/new",
                "/match/list",
                "/org/profile",
                "/org/agents",
                "/account/password")) {
            var shown = here.get(address).body();
            IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> here.at(restarted).get(address).body()))
                    .toList()
                    .forEach(other ->
                            assertThat(componentsIn(other.join())).as(address).isEqualTo(componentsIn(shown)));
            assertThat(there.ask(address, "nothing:at all", Map.of(), Visitor.secretsOf(shown))
                            .body())
                    .as(address)
                    .contains("<partial-response")
                    .doesNotContain("<error>", "<h1>");
        }
    }

    @Test
    void tabs_that_come_to_another_node_at_once_all_stay_open() {
        var pages = List.of("/trace/list", "/recall/list", "/match/list", "/org/agents", "/trace/edit", "/org/profile");
        for (int session = 0; session < 4; session++) {
            var here = new Visitor(nodes.node("node1"));
            assertThat(here.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
            assertThat(here.get("/home").statusCode()).isEqualTo(200);
            var there = here.at(nodes.node("node2"));
            var tabs = pages.stream()
                    .map(page ->
                            CompletableFuture.supplyAsync(() -> there.get(page).body()))
                    .toList();
            for (int i = 0; i < pages.size(); i++) {
                assertThat(there.ask(
                                        pages.get(i),
                                        "nothing:at all",
                                        Map.of(),
                                        Visitor.secretsOf(tabs.get(i).join()))
                                .body())
                        .as(pages.get(i))
                        .contains("<partial-response")
                        .doesNotContain("<error>", "<h1>");
            }
        }
    }

    private static List<String> componentsIn(String page) {
        return Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    @Test
    void what_was_said_before_a_redirect_is_read_at_another_node() {
        var customs = new Customs(portal);
        var number = Customs.newDeclarationNo();
        customs.declares(Declaration.of(number, Customs.IMPORTER1, Goods.of(1, GOODS, "1000")));
        var here = new Visitor(nodes.node("node1"));
        assertThat(here.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
        var there = here.at(nodes.node("node2"));
        var path = "/trace/edit?declaration=" + number;
        var form = Map.of("report:declarationNo", number, "report:generateQr", "true");
        var secrets = here.secrets(path);
        here.ask(path, "pick:confirm", Map.of("pick:items:0:tick", "on"), secrets);
        var saved = here.ask(path, "report:save", form, secrets).body();
        assertThat(saved).contains("suyuan.saved(");

        var deleted = here.ask(path, "deleteForm:confirm", Map.of(), secrets).body();
        assertThat(deleted).contains("<redirect url=\"/trace/list\"");
        var told = Pattern.compile("<ul class=\"messages\">.*?已删除", Pattern.DOTALL);
        assertThat(there.get("/trace/list").body()).containsPattern(told);
        assertThat(there.get("/trace/list").body()).as("it is said once").doesNotContainPattern(told);
        for (var node : nodes.names()) {
            assertThat(nodes.node(node).complaints()).noneMatch(line -> line.contains("JSF1094"));
        }
    }

    @Test
    void without_a_database_no_node_is_ready_and_says_why_but_each_lives() throws Exception {
        withoutDatabase(() -> {
            for (var node : nodes.names()) {
                var ready = nodes.health(node, "/health/ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("\"DOWN\"", "not currently accepting connections");
                assertThat(nodes.health(node, "/health/live").statusCode())
                        .as("restarting would not help")
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void without_a_database_who_files_is_told_so_and_keeps_what_was_typed() throws Exception {
        var goods = GOODS + "，没有数据库";
        new Customs(portal)
                .declares(Declaration.of(Customs.newDeclarationNo(), Customs.IMPORTER1, Goods.of(1, goods, "1000")));
        var node = nodes.node("node1");
        try (var browser = new Chromium()) {
            var filer = new Workplace(node, browser.desktop()).signedIn("importer1");
            filer.fileOn(goods);
            filer.sell("12.5");
            filer.press("新增");
            var sale = filer.dialog("销售信息");
            var buyer = sale.getByLabel("经销商名称（销售对象）");
            buyer.fill("没有数据库时写的公司");
            var stranger = new Visitor(node);
            var before = node.complaints().size();
            withoutDatabase(() -> {
                sale.getByText("确定").click();
                filer.answered();
                assertThat(filer.page().locator("#unanswered").innerText())
                        .contains("数据库暂时无法访问", "没有保存任何内容")
                        .doesNotContain("Exception", "请求编号");
                assertThat(buyer.inputValue()).isEqualTo("没有数据库时写的公司");
                assertThat(stranger.get("/login").statusCode()).isEqualTo(503);
                assertThat(stranger.get("/trace/list").statusCode()).isEqualTo(503);
                assertThat(stranger.get("/api/v1/notices").statusCode()).isEqualTo(503);
                var told = node.complaints().size();
                await().during(Duration.ofSeconds(5)).until(() -> {
                    stranger.get("/");
                    return node.complaints().size() == told;
                });
            });
            assertThat(node.complaints().subList(before, node.complaints().size()))
                    .filteredOn(line -> line.contains("\"LoggerName\":\"org.suyuan.shared.DatabaseWatch\""))
                    .as("one line of ours in the log when it goes")
                    .hasSize(1);
            sale.getByText("确定").click();
            filer.answered();
            assertThat(filer.page().locator("#unanswered").innerText()).isEmpty();
            assertThat(buyer.inputValue()).isEqualTo("没有数据库时写的公司");
            filer.page().keyboard().press("Escape");
            filer.press("暂存");
            assertThat(filer.message().innerText()).contains("已暂存");
            assertThat(portal.count("select count(*) from sales_record where sold_quantity = 12.5"))
                    .isPositive();
        }
    }

    private interface Happening {
        void happen() throws Exception;
    }

    /** No node reaches the database meanwhile; afterwards each one is ready again. */
    private static void withoutDatabase(Happening happening) throws Exception {
        var database = (String) portal.query("select current_database()");
        try (var connection = another("postgres", database);
                var statement = connection.createStatement()) {
            statement.execute("alter database " + database + " with allow_connections false");
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            try {
                happening.happen();
            } finally {
                statement.execute("alter database " + database + " with allow_connections true");
            }
        }
        for (var node : nodes.names()) {
            await(node).atMost(Duration.ofMinutes(3)).until(() -> nodes.isReady(node));
        }
    }

    private static Connection another(String database, String ofPortal) throws SQLException {
        try (var connection = portal.connect()) {
            return DriverManager.getConnection(connection.getMetaData().getURL().replace(ofPortal, database));
        }
    }
}
