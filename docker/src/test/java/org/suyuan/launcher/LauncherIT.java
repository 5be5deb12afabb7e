package org.suyuan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;

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
            numberOfItsOwn(portal);
            var home = get(portal, "/");
            assertThat(home.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000; includeSubDomains");
            assertThat(get(portal, "/login").headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.startsWith("__Host-")
                            && cookie.contains("Path=/;")
                            && cookie.contains("Secure")
                            && cookie.contains("HttpOnly"));
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
        assertThat(get(URI.create(inside + "/health/live")).statusCode()).isEqualTo(200);
        assertThat(get(URI.create(inside + "/metrics")).body())
                .containsPattern("suyuan_waiting\\{[^}]*duty=\"outbox\"[^}]*} 0")
                .containsPattern("suyuan_failing\\{[^}]*duty=\"import-declarations\"[^}]*} 0");
        assertThat(get(URI.create(inside + "/login")).statusCode()).isEqualTo(404);

        var exchange = portal.home().resolve("exchange");
        var away = Files.move(exchange, portal.home().resolve("away"));
        Files.createFile(exchange);
        var notReady = get(URI.create(inside + "/health/ready"));
        assertThat(notReady.statusCode()).isEqualTo(503);
        assertThat(notReady.body()).contains("FTR101", "it answers");
        assertThat(get(URI.create(inside + "/health/live")).statusCode())
                .as("restarting would not help")
                .isEqualTo(200);
        Files.delete(exchange);
        Files.move(away, exchange);
        assertThat(get(URI.create(inside + "/health/ready")).statusCode()).isEqualTo(200);
    }

    /** Nobody here is a listed proxy. */
    private static void numberOfItsOwn(Portal portal) {
        var answer =
                new Visitor(portal).saying("X-Request-Id", "4f1c2d3e5a6b7c8d").get("/login");
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f-]{36}");
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
    @Tag("A3")
    void a_filing_policy_that_does_not_exist_stops_the_start() throws Exception {
        try (var portal = Portal.stopped("policy", Map.of("SUYUAN_FILING_POLICY", "LAX"))) {
            portal.launch();
            assertThat(portal.awaitEnd()).isOne();
            assertThat(portal.printed())
                    .contains("suyuan.filing-policy is \"LAX\": set it to one of [SELF_FILING, STRICT]");
        }
    }

    @Test
    @Tag("H8")
    void a_key_for_https_that_is_not_there_or_does_not_open_stops_the_start() throws Exception {
        ends(Map.of("SUYUAN_TLS_PORT", "8443"), "set SUYUAN_TLS_KEY_STORE to a PKCS #12 file");
        ends(
                Map.of("SUYUAN_CARD_TLS_PORT", "8444", "SUYUAN_TLS_KEY_STORE", "pom.xml"),
                "pom.xml cannot be opened with SUYUAN_TLS_KEY_STORE_PASSWORD");
    }

    private static void ends(Map<String, String> settings, String reason) throws Exception {
        try (var portal = Portal.stopped("nokey", settings)) {
            portal.launch();
            assertThat(portal.awaitEnd()).isOne();
            assertThat(portal.printed()).contains(reason);
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
