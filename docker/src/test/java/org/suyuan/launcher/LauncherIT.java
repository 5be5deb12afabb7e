package org.suyuan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;

/** {@code java -jar suyuan.jar}, as its command line and environment say. */
class LauncherIT {

    @Test
    @Tag("C4")
    @Tag("H8")
    void outside_training_mode_there_are_no_demo_accounts_no_banner_and_no_invented_declarations() throws Exception {
        var privatePort = Portal.freePort();
        try (var portal = Portal.start(
                "plain",
                Map.of(
                        "SUYUAN_BASE_URL",
                        "https://trace.example",
                        "SUYUAN_PRIVATE_PORT",
                        String.valueOf(privatePort)))) {
            staff(portal, privatePort);
            var home = get(portal, "/");
            assertThat(home.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(home.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body()).doesNotContain("测试数据");
            assertThat(get(portal, "/login").body()).doesNotContain("importer1", "Suyuan-2026");
            assertThat(portal.count("select count(*) from account")).isZero();
            assertThat(portal.files("FTR301", "inbox")).isEmpty();
            assertThat(get(portal, "/home").uri().getPath()).isEqualTo("/login");
        }
    }

    /** The server's health and figures stand on the private listener alone, however they are asked for. */
    private static void staff(Portal portal, int privatePort) throws Exception {
        for (var path : List.of("/health", "/health/ready", "/metrics", "//metrics", "/%68ealth", "/health;a=1")) {
            assertThat(get(portal, path).statusCode()).as(path).isEqualTo(404);
        }
        var inside = "http://127.0.0.1:" + privatePort;
        assertThat(get(URI.create(inside + "/health/ready")).statusCode()).isEqualTo(200);
        assertThat(get(URI.create(inside + "/metrics")).statusCode()).isEqualTo(200);
        assertThat(get(URI.create(inside + "/login")).statusCode()).isEqualTo(404);
    }

    @Test
    void fills_a_database_as_ordered_stops_and_starts_on_it() throws Exception {
        try (var portal = Portal.stopped("generate", Map.of("SUYUAN_TRAINING", "true"))) {
            portal.launch("--generate", "declarations=300,reports=200,sales=500,seed=7");
            assertThat(portal.awaitEnd()).isZero();

            portal.start();

            assertThat(portal.count("select count(*) from declaration")).isEqualTo(300);
            assertThat(portal.count("select count(*) from trace_report")).isEqualTo(200);
            assertThat(portal.count("select count(*) from sales_record")).isEqualTo(500);
            assertThat(portal.count("select count(*) from (select r.goods_item_id from sales_record s"
                            + " join trace_report r on r.id = s.report_id join goods_item g on g.id = r.goods_item_id"
                            + " group by r.goods_item_id, g.quantity having sum(s.sold_quantity) > g.quantity) x"))
                    .as("items of which more was sold than declared")
                    .isZero();
        }
    }

    @Test
    void an_order_that_makes_no_sense_ends_with_the_reason() throws Exception {
        try (var portal = Portal.stopped("nonsense", Map.of())) {
            portal.launch("--generate", "trucks=3");
            assertThat(portal.awaitEnd()).isOne();
            assertThat(portal.printed()).contains("--generate understands declarations=N");
        }
    }

    @Test
    @Tag("H8")
    void training_mode_is_refused_in_production() throws Exception {
        try (var portal =
                Portal.stopped("production", Map.of("SUYUAN_TRAINING", "true", "MP_CONFIG_PROFILE", "prod"))) {
            portal.launch();
            assertThat(portal.awaitEnd()).isOne();
            assertThat(portal.printed()).contains("suyuan.training is on while mp.config.profile is prod");
        }
    }

    @Test
    @Tag("F19")
    @Tag("H11")
    void the_audit_log_is_sealed_and_verifying_it_names_the_first_event_that_was_changed() throws Exception {
        try (var portal = Portal.training("audit")) {
            await().until(() -> portal.count("select count(*) from audit_event where seal_no is not null") > 5);
            await().until(() -> portal.count("select count(*) from audit_event where seal_no is null") == 0);
            var noted = portal.query("select seal from audit_event where seal_no = 2")
                    .toString();
            portal.kill();

            verified(portal, 0, "The audit log is sound: \\d+ events sealed, \\d+ not sealed yet, last seal \\w{64}");
            verified(portal, 0, "The audit log is sound.*", noted);
            verified(portal, 1, ".*the chain was made anew", noted.replaceAll("\\w{8}$", "00000000"));

            portal.execute("update audit_event set detail = 'nothing' where seal_no = 5");
            verified(portal, 1, "The audit log was changed: event 5 of the chain .* is not what was sealed");
            portal.execute("delete from audit_event where seal_no = 3");
            verified(portal, 1, ".*event 3 of the chain is missing");
            portal.execute("delete from audit_event where seal_no > 2");
            verified(portal, 1, ".*event 3 of the chain is missing");
        }
    }

    private static void verified(Portal portal, int exitCode, String printed, String... notedSeal) throws Exception {
        portal.launch(
                Stream.concat(Stream.of("--verify-audit"), Stream.of(notedSeal)).toArray(String[]::new));
        assertThat(portal.awaitEnd()).isEqualTo(exitCode);
        assertThat(portal.printed().strip()).matches(printed);
    }

    @Test
    @Tag("A3")
    void a_filing_policy_that_does_not_exist_stops_the_start() throws Exception {
        try (var portal = Portal.stopped("policy", Map.of("SUYUAN_FILING_POLICY", "LAX"))) {
            portal.launch();
            assertThat(portal.awaitEnd()).isOne();
            assertThat(portal.printed())
                    .contains("suyuan.filing-policy is \"LAX\": set it to one of [SELF_FILING, STRICT]");
        }
    }

    private static HttpResponse<String> get(Portal portal, String path) throws IOException, InterruptedException {
        return get(URI.create(portal.url(path)));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
