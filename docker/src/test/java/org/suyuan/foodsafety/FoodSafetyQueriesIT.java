package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.suyuan.testing.Portal;

/**
 * Queries whose answer is known, over published notices. With {@code -Dfoodsafety.data=<folder>} the folder's tables
 * ({@code rasff-….csv} and so on, as their mappings are named), messages ({@code FTR401-….xml}) and folders of statutes are
 * read instead of the excerpts, and nothing of them may be lost.
 */
@Tag("F16")
class FoodSafetyQueriesIT {

    private static Portal portal;
    private static InfoReader reader;

    @BeforeAll
    static void publish() throws IOException {
        portal = Portal.withoutAnswers("queries");
        reader = new InfoReader(portal);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.count("select count(*) from food_safety_notice") == 98);
        var folder = System.getProperty("foodsafety.data");
        if (folder == null) {
            reader.publish("FTR401", "statutes.xml");
            reader.publish("FTR400", "rasff-excerpt.csv");
            reader.publish("FTR400", "fsis-excerpt.ndjson");
            reader.publish("FTR400", "openfda-excerpt.csv");
            return;
        }
        try (var files = Files.list(Path.of(folder))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (Files.isDirectory(file)) {
                    publishStatutes(file);
                    continue;
                }
                reader.publish(name.startsWith("FTR") ? name.substring(0, 6) : "FTR400", file);
            }
        }
    }

    private static void publishStatutes(Path folder) throws IOException {
        var command =
                new ProcessBuilder("java", "-jar", System.getProperty("suyuan.jar"), "--statutes", folder.toString());
        command.environment().put("SUYUAN_HOME", portal.home().toString());
        assertThat(command.inheritIO().start().onExit().join().exitValue()).isZero();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.files("FTR401", "archive").stream().anyMatch(name -> name.startsWith("statutes-")));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/foodsafety/queries.csv", numLinesToSkip = 1)
    void the_right_notice_is_among_the_first_five(String query, InfoCategory category, String expected) {
        var page = reader.search(category, Map.of("q", query));

        assertThat(page.hits().stream().limit(5))
                .as(query)
                .anyMatch(hit -> hit.number().equals(expected) || hit.title().equals(expected));
    }

    @Test
    @Tag("H6")
    @EnabledIfSystemProperty(named = "foodsafety.data", matches = ".+")
    void every_record_is_stored_or_told_with_its_reason() {
        assertThat(portal.rows("select * from inbound_file where message_type like 'FTR4%'"))
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> {
                    long read = (Long) file.get("read_count");
                    long rejected = (Long) file.get("rejected_count");
                    assertThat((Long) file.get("stored_count") + rejected).isEqualTo(read);
                    assertThat(rejected).isLessThanOrEqualTo(read / 100);
                });
        assertThat(portal.count("select sum(stored_count) from inbound_file where message_type like 'FTR4%'")
                        - portal.count("select count(*) from food_safety_notice")
                        - portal.count("select count(*) from food_safety_version"))
                .as("rows that are the same to the letter")
                .isBetween(0L, 10L);
    }

    @Test
    void the_page_says_when_no_notice_has_all_words() {
        var page = reader.search(InfoCategory.RISK, Map.of("q", "Yoakum venison unheardof"));

        assertThat(page.hits().get(0).number()).isEqualTo("045-2019");
        assertThat(page.html()).contains("没有记录包含全部词语");
        assertThat(reader.search(InfoCategory.RISK, Map.of("q", "Yoakum venison"))
                        .html())
                .doesNotContain("没有记录包含全部词语");
    }

    static String[] hostile() {
        return new String[] {
            "' OR 1=1 --",
            "'; drop table food_safety_notice; --",
            "&|!:*()<->",
            "a & b | !c:* <-> 'd",
            "\\ \\' \\\\",
            "%_!%",
            "\"unbalanced",
            "\"\"",
            "\"the\"",
            "。，、！？",
            "🍤",
            "🍤🍤 沙门",
            "\uD840\uDC00",
            "\u202e\u200b\ufeff",
            "<script>alert(1)</script>",
            "${7*7} #{7*7}",
            "a ".repeat(100).strip(),
            "食".repeat(200),
            "99999999999999999999999999999999999999999999999999",
            "2023-99-99",
            "in=risk year=2023",
        };
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_is_typed_gets_a_clear_answer_soon(String typed) {
        long risks = portal.count("select count(*) from food_safety_notice where category = 'RISK'");
        for (var field : new String[] {"q", "title", "product", "hazard", "level", "country", "year"}) {
            var asked = typed.length() > 100 && !field.equals("q") ? typed.substring(0, 100) : typed;
            var begun = System.nanoTime();
            var page = reader.search(InfoCategory.RISK, Map.of(field, asked));

            assertThat(page.status()).isIn(200, 400);
            if (!page.html().contains("没有查询。请更正。")) {
                assertThat(page.count()).as(field + "=" + typed).isLessThan(risks);
            }
            assertThat(page.html()).doesNotContain("<script>alert", "49 49", "SQLException");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void text_that_is_too_long_is_refused_in_words() {
        var page = reader.search(InfoCategory.RISK, Map.of("q", "x".repeat(1_000)));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("200", "role=\"alert\"");
    }
}
