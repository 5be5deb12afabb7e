package org.suyuan.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
@TestMethodOrder(OrderAnnotation.class)
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
        NODES.values().forEach(Portal::start); // the first one fills the empty database
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
    @Order(1)
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

    @Test
    @Order(2)
    void nodes_are_restarted_one_after_the_other_without_a_refused_request_or_a_lost_session() throws Exception {
        var orders = Files.createDirectories(portal.home().resolve("orders"));
        var command = new ProcessBuilder(
                        "tools/rolling-restart.sh", proxy.nodesFile().toString(), "node1", "node2")
                .inheritIO();
        command.environment()
                .putAll(Map.of(
                        "RELOAD", proxy.reload(),
                        "RESTART", script(orders, "restart", "touch \"" + orders + "/$1\""),
                        "READY", script(orders, "ready", "test ! -e \"" + orders + "/$1\""),
                        "DRAIN", "5",
                        "SETTLE", "5"));
        var restarting = new Thread(() -> restartWhatIsOrdered(orders));
        restarting.setDaemon(true);
        restarting.start();

        var answers = new AtomicInteger();
        var refused = new ConcurrentLinkedQueue<String>();
        var people = Executors.newScheduledThreadPool(3);
        try (var browser = new Chromium()) {
            var filer = new Workplace(portal, browser.desktop()).signedIn("importer1");
            for (int person = 0; person < 3; person++) {
                people.scheduleWithFixedDelay(asking(answers, refused), 0, 100, TimeUnit.MILLISECONDS);
            }
            var rolling = command.start();
            assertThat(rolling.waitFor(8, TimeUnit.MINUTES)).isTrue();
            assertThat(rolling.exitValue()).isZero();
            filer.open("/home").heading("首页");
        } finally {
            people.shutdownNow();
        }
        assertThat(refused).as("of " + answers + " answers").isEmpty();
        assertThat(answers.get()).isGreaterThan(50);
    }

    /** Somebody who is always there: pages, and posts to the form of the sign-in page. */
    private static Runnable asking(AtomicInteger answers, Queue<String> refused) {
        var client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return () -> {
            var address = URI.create(portal.url("/login"));
            for (var request : new HttpRequest[] {
                HttpRequest.newBuilder(address).build(),
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("nothing=1"))
                        .build()
            }) {
                try {
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    if (status != 200) {
                        refused.add(request.method() + " " + status);
                    }
                } catch (IOException e) {
                    refused.add(request.method() + " " + e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                answers.incrementAndGet();
            }
        };
    }

    /** Plays the engine of containers: an order is a file with the node's name, which goes when the node is ready. */
    private static void restartWhatIsOrdered(Path orders) {
        for (var node : NODES.entrySet()) {
            var order = orders.resolve(node.getKey());
            await().atMost(Duration.ofMinutes(8)).until(() -> Files.exists(order));
            try {
                node.getValue().stop();
                node.getValue().start();
                await().atMost(Duration.ofMinutes(2)).until(() -> isReady(node.getKey()));
                Files.delete(order);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String script(Path folder, String name, String command) throws IOException {
        var file = Files.writeString(folder.resolve(name + ".sh"), "#!/bin/sh\n" + command + "\n");
        file.toFile().setExecutable(true);
        return file.toString();
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
