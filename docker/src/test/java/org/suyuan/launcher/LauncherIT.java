package org.suyuan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;

/** {@code java -jar suyuan.jar}, as its command line and environment say. */
class LauncherIT {

    @Test
    @Tag("C4")
    @Tag("H8")
    void outside_training_mode_there_are_no_demo_accounts_no_banner_and_no_invented_declarations() throws Exception {
        try (var portal = Portal.start("plain", Map.of())) {
            var home = get(portal, "/");
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body()).doesNotContain("测试数据");
            assertThat(get(portal, "/login").body()).doesNotContain("importer1", "Suyuan-2026");
            assertThat(portal.count("select count(*) from account")).isZero();
            assertThat(portal.files("FTR301", "inbox")).isEmpty();
            assertThat(get(portal, "/home").uri().getPath()).isEqualTo("/login");
        }
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
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return client.send(
                HttpRequest.newBuilder(URI.create(portal.url(path))).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
