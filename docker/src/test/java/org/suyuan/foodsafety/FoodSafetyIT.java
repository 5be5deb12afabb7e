package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.testing.Portal;

/** The public search over what the training customs has pushed, as a reader without scripts gets it. */
class FoodSafetyIT {

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("foodsafety");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.count("select count(*) from food_safety_notice") == 98);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @Tag("F16")
    @CsvSource({
        "law, 食品安全法, 中华人民共和国食品安全法",
        "law, 249号, 进出口食品安全管理办法",
        "law, 召回, 食品召回管理办法",
        "standard, GB 2762-2022, 食品中污染物限量",
        "standard, gb2762, 食品中污染物限量",
        "standard, aflatoxin, 食品中黄曲霉毒素B族和G族的测定",
        "standard, Salmonella, 沙门氏菌检验",
        "risk, Salmonella chicken, 冷冻鸡肉",
        "risk, 开心果 aflatoxin, 开心果",
        "risk, Norway, 三文鱼",
        "denied, 0303550000, 冷冻秋刀鱼",
        "denied, WZR-202601-001, 冷冻秋刀鱼",
        "denied, 2026-01-28 日本, 冷冻秋刀鱼",
        "denied, \"检出汞超标\", 保湿面霜"
    })
    void the_right_notice_is_the_first(String category, String query, String title) throws Exception {
        var page = get("/public/info/" + category + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        var first = page.replaceFirst("(?s).*?<article[^>]*>", "").replaceFirst("(?s)</h2>.*", "");

        assertThat(first.replaceAll("<[^>]+>", "")).contains(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "\\ & | ! :* <->", "%_!", "<script>alert(1)</script>", "。", "\"\""})
    void what_is_typed_is_only_ever_searched_for(String typed) throws Exception {
        var query = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        assertThat(get("/public/info/risk?q=" + query + "&product=" + query + "&country=" + query))
                .doesNotContain("<script>alert");
    }

    @Test
    @Tag("H6")
    void an_amendment_keeps_what_was_said_an_older_message_changes_nothing_a_withdrawal_is_marked() throws Exception {
        push("1.xml", "09:00", notice("PUBLISH", "<title>First words</title><publishedOn>2026-01-01</publishedOn>"));
        push("2.xml", "11:00", notice("AMEND", "<title>Second words</title><publishedOn>2026-01-01</publishedOn>"));
        push("3.xml", "10:00", notice("AMEND", "<title>Late words</title><publishedOn>2026-01-01</publishedOn>"));
        push("4.xml", "12:00", notice("WITHDRAW", ""));

        var id = portal.count("select id from food_safety_notice where origin_id = 'TEST-1'");
        assertThat(portal.query("select title from food_safety_notice where id = ?", id))
                .isEqualTo("Second words");
        assertThat(get("/public/info/risk/" + id))
                .contains("First words", "已撤回")
                .doesNotContain("Late words");
    }

    @Test
    @Tag("H6")
    void a_table_of_an_authority_is_read_by_a_mapping_of_the_administrator_and_repeated_numbers_are_amendments()
            throws Exception {
        var mappings = Files.createDirectories(portal.home().resolve("mappings"));
        Files.writeString(mappings.resolve("fsa.mapping"), """
            category = RISK
            source = UKFSA
            encodings = GB18030
            dates = d-MMM-uu
            field.originId = {Nr}
            field.title = {Was}
            field.publishedOn = {Wann}
            """);
        var text = "Wann;Nr;Was\n03-Nov-24;FSA-1;First 三文鱼\n04-Nov-24;FSA-1;Second 三文鱼\n31-Nov-24;FSA-2;Never\n";
        portal.push("FTR400", "FSA 2024.csv", text.getBytes("GB18030"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> portal.files("FTR400", "archive").contains("FSA 2024.csv.rejects.csv"));

        var id = portal.count("select id from food_safety_notice where origin_id = 'FSA-1'");
        assertThat(portal.query("select title from food_safety_notice where id = ?", id))
                .isEqualTo("Second 三文鱼");
        assertThat(get("/public/info/risk/" + id)).contains("First 三文鱼");
        assertThat(Files.readString(portal.exchange("FTR400", "archive").resolve("FSA 2024.csv.rejects.csv")))
                .contains("4,FSA-2,DATE,列 Wann “31-Nov-24” 不符合 dates");
    }

    private static String notice(String operation, String rest) {
        return "<notice><operation>" + operation + "</operation><source>GACC</source><originId>TEST-1</originId>" + rest
                + "</notice>";
    }

    private static void push(String name, String time, String notice) {
        var message = "<FTR403 xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M</messageId><messageTime>2026-11-21T" + time
                + ":00+08:00</messageTime></head>" + notice + "</FTR403>";
        portal.push("FTR403", name, message.getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        portal.count("select count(*) from inbound_file where file_name = ? and state = 'DONE'", name)
                                == 1);
    }

    private static String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(portal.url(path)))
                .header("Cookie", "suyuan-language=zh")
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
