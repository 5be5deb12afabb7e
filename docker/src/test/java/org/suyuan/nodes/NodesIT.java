package org.suyuan.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Proxy;
import org.suyuan.testing.Workplace;

/** Two nodes on one PostgreSQL and one home, behind the proxy of {@code docker/nginx}. */
@Tag("H2")
@Tag("H13")
class NodesIT {

    private static final String GOODS = "冷冻去骨牛肉（两个节点）";

    private static final Map<String, Portal> NODES = new LinkedHashMap<>();
    private static final Map<String, Integer> PRIVATE_PORTS =
            Map.of("node1", Portal.freePort(), "node2", Portal.freePort());
    private static Proxy proxy;
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.stopped("nodes", Map.of("SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false"));
        var grid = Map.of("node1", "127.0.0.1:" + Portal.freePort(), "node2", "127.0.0.1:" + Portal.freePort());
        NODES.put("node1", node("node1", grid.get("node1") + "," + grid.get("node2")));
        NODES.put("node2", node("node2", grid.get("node2") + "," + grid.get("node1")));
        NODES.values().forEach(Portal::launch); // both at once, on an empty database
        NODES.values().forEach(Portal::awaitReady);
        proxy = Proxy.before(NODES);
        portal = portal.behind(proxy.port());
    }

    private static Portal node(String name, String members) {
        return portal.node(Map.of(
                "SUYUAN_NODE", name,
                "SUYUAN_NODES", members,
                "SUYUAN_PRIVATE_PORT", String.valueOf(PRIVATE_PORTS.get(name))));
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.close();
        }
        NODES.values().forEach(Portal::kill);
        portal.close();
    }

    @Test
    void who_types_on_a_node_that_is_killed_goes_on_at_the_other_and_the_message_leaves_once() throws Exception {
        var customs = new Customs(portal);
        customs.declares(Declaration.of(Customs.newDeclarationNo(), Customs.IMPORTER1, Goods.of(1, GOODS, "1000")));
        try (var browser = new Chromium()) {
            var filer = new Workplace(portal, browser.desktop()).signedIn("importer1");
            filer.fileOn(GOODS);
            filer.sell("12.5");

            var serving = serving();
            NODES.get(serving).kill();
            filer.sell("7.5");
            assertThat(serving()).isNotEqualTo(serving);
            filer.submit();
            assertThat(filer.page().locator("body").innerText()).contains("12.5", "7.5");
        }

        await().atMost(Duration.ofMinutes(1))
                .until(() -> portal.count("select count(*) from outbox_message where state = 'SENT'") == 1);
        assertThat(portal.files("FTR101", "outbox")).hasSize(1);
        var unifiedNo = (String) portal.query("select unified_no from trace_report");
        portal.push(
                "FTR102",
                "answer.xml",
                Customs.receipt(
                        "answer", unifiedNo, 1, "120", "海关入库成功", LocalDateTime.now(ZoneId.of("Asia/Shanghai"))));
        await().atMost(Duration.ofMinutes(1)).until(() -> portal.count("select count(*) from qr_code") == 1);
        assertThat(portal.rows(
                        "select status, version, (select count(*) from sales_record) as sales from trace_report"))
                .singleElement()
                .hasToString("{sales=2, status=CUSTOMS_STORED, version=1}");
        assertThat(portal.count("select count(*) from audit_event where action in ('trace.submit', 'exchange.sent')"))
                .isEqualTo(2);
        for (var node : NODES.entrySet()) {
            if (!isReady(node.getKey())) {
                node.getValue().start();
            }
        }
    }

    /** The node that gave the last answer. */
    private static String serving() {
        var answers = proxy.answers();
        var last = answers.get(answers.size() - 1);
        return NODES.entrySet().stream()
                .filter(node -> last.endsWith(":" + node.getValue().port()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReady(String node) {
        try {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + PRIVATE_PORTS.get(node) + "/health/ready"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
