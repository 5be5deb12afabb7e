package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.testing.Portal;

/** Counts of hits and facets against a count that knows nothing of the search: every notice is read and looked at. */
@Tag("F16")
class FoodSafetyFacetsIT {

    private static final Map<String, String> COLUMNS = Map.of(
            "country", "country",
            "food", "food_category",
            "hazardGroup", "hazard_group",
            "year", "published_on",
            "source", "source");
    private static final int SHOWN = 12;
    private static final int MANY = 5_300;

    private static Portal portal;
    private static InfoReader reader;

    @BeforeAll
    static void publish(@TempDir Path folder) throws Exception {
        portal = Portal.withoutAnswers("facets");
        reader = new InfoReader(portal);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.count("select count(*) from food_safety_notice") == 98);
        reader.publish("FTR400", "rasff-excerpt.csv");
        reader.publish("FTR400", "fsis-excerpt.ndjson");
        var many = folder.resolve("many.xml");
        Files.writeString(many, many(), StandardCharsets.UTF_8);
        reader.publish("FTR404", many);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static String many() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> "<notice><operation>PUBLISH</operation><source>GACC</source><originId>M-" + i
                        + "</originId><title>批量样品第" + i + "号</title><publishedOn>" + (2020 + i % 6)
                        + "-01-05</publishedOn><country>" + (i % 3 == 0 ? "BRA;ARG" : "NOR") + "</country></notice>")
                .collect(Collectors.joining(
                        "",
                        "<FTR404 xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M</messageId>"
                                + "<messageTime>2026-11-21T09:00:00+08:00</messageTime></head>",
                        "</FTR404>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "salmonella ~ \\bsalmonella\\b|沙门 ~ ~ ",
                "沙门氏菌 ~ \\bsalmonella\\b|沙门 ~ ~ ",
                "salmonella ~ \\bsalmonella\\b|沙门 ~ country ~ POL",
                "salmonella ~ \\bsalmonella\\b|沙门 ~ year ~ 2022",
                "开心果 ~ \\bpistachios?\\b|开心果|阿月浑子 ~ ~ ",
                "aflatoxin ~ \\baflatoxins?\\b|黄曲霉毒素|黄曲霉素 ~ food ~ NUTS",
                "\"ethylene oxide\" ~ ethylene oxide ~ ~ ",
                " ~ . ~ country ~ TUR",
                " ~ . ~ hazardGroup ~ PATHOGEN",
                " ~ . ~ source ~ USFSIS",
                " ~ . ~ ~ ",
            })
    void every_count_is_that_of_the_notices_themselves(String text, String words, String facet, String value) {
        var pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        var hits =
                portal.rows("select * from food_safety_notice where category = 'RISK' and title is not null").stream()
                        .filter(notice -> pattern.matcher(said(notice)).find())
                        .filter(notice -> facet == null || values(notice, facet).contains(value))
                        .toList();
        var asked = new HashMap<String, String>();
        if (text != null) {
            asked.put("q", text);
        }
        if (facet != null) {
            asked.put(facet, value);
        }

        var page = reader.search(InfoCategory.RISK, asked);

        assertThat(hits).hasSizeGreaterThan(3);
        assertThat(page.count()).isEqualTo(hits.size());
        assertThat(page.more()).isFalse();
        for (var other : COLUMNS.keySet()) {
            if (!other.equals(facet)) {
                var counts = hits.stream()
                        .flatMap(notice -> values(notice, other).stream())
                        .collect(Collectors.groupingBy(v -> v, Collectors.counting()));
                var shown = page.facet(other);
                assertThat(shown).as(other).hasSize(Math.min(SHOWN, counts.size()));
                assertThat(counts.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, e -> e.getValue().toString())))
                        .as(other)
                        .containsAllEntriesOf(shown);
            }
        }
    }

    @Test
    void counts_of_more_hits_than_are_counted_are_lower_bounds_and_say_so() {
        var page = reader.search(InfoCategory.DENIED_ENTRY, Map.of("q", "批量样品"));

        assertThat(page.count()).isEqualTo(NoticeSearch.MOST_COUNTED);
        assertThat(page.more()).isTrue();
        var counts = page.facet("country");
        assertThat(counts.keySet()).containsExactlyInAnyOrder("BRA", "ARG", "NOR");
        assertThat(counts.values()).allMatch(count -> count.startsWith("≥"));
        assertThat(Integer.parseInt(counts.get("NOR").substring(1))).isLessThanOrEqualTo(MANY * 2 / 3 + 1);
        var narrowed = reader.search(InfoCategory.DENIED_ENTRY, Map.of("q", "批量样品", "country", "BRA"));
        assertThat(narrowed.count()).isEqualTo((MANY + 2) / 3);
        assertThat(narrowed.more()).isFalse();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_to_the_last_that_can_be_turned_to() {
        var first = reader.search(InfoCategory.DENIED_ENTRY, Map.of("q", "批量样品", "page", "49"))
                .hits();
        var last = reader.search(InfoCategory.DENIED_ENTRY, Map.of("q", "批量样品", "page", "50"))
                .hits();
        var beyond = reader.search(InfoCategory.DENIED_ENTRY, Map.of("q", "批量样品", "page", "51"));

        assertThat(Stream.concat(first.stream(), last.stream())).hasSize(40).doesNotHaveDuplicates();
        assertThat(beyond.html()).contains("role=\"alert\"");
    }

    /** More notices than are searched whole: the oldest word is in the oldest of them only. */
    @Test
    @EnabledIfSystemProperty(named = "suyuan.test.database", matches = "postgresql")
    void of_many_notices_rare_words_are_counted_exactly_and_frequent_ones_from_the_newest_on() {
        portal.execute("""
            insert into food_safety_notice (category, source, origin_id, withdrawn, message_time, received_at, revision,
                content_hash, title, published_on, tokens)
            select 'STANDARD', 'NHC', 'L-' || n, false, now(), now(), 1, '', 'Large ' || n, day,
                array_to_tsvector(array_remove(array['in=standard', 'large', 'source=NHC', to_char(day, '"year="YYYY'),
                    to_char(day, '"month="YYYY-MM'), case when n % 1000 = 0 then 'rare' end,
                    case when n % 7 = 0 then 'seventh' end, case when n <= 2000 then 'old' end,
                    case when n <= 8000 then 'ancient' end], null))
            from generate_series(1, 45000) n cross join lateral (select date '2014-01-01' + n / 11 as day) d
            """);
        portal.execute("vacuum analyze food_safety_notice");

        var large = reader.search(InfoCategory.STANDARD, Map.of("q", "large"));
        assertThat(large.count()).isBetween(1_000L, 2_500L);
        assertThat(large.more()).isTrue();
        assertThat(large.hits().get(0).title()).isEqualTo("Large 45000");
        for (var exact : Map.of("rare", 45L, "old", 2_000L, "large old rare", 2L, "rare ancient", 8L)
                .entrySet()) {
            var page = reader.search(InfoCategory.STANDARD, Map.of("q", exact.getKey()));
            assertThat(page.count()).as(exact.getKey()).isEqualTo(exact.getValue());
            assertThat(page.more()).as(exact.getKey()).isFalse();
        }
        for (var frequent : List.of("seventh", "ancient", "large seventh")) {
            var page = reader.search(InfoCategory.STANDARD, Map.of("q", frequent));
            assertThat(page.count()).as(frequent).isGreaterThanOrEqualTo(1_000);
            assertThat(page.more()).as(frequent).isTrue();
        }
        var year = reader.search(InfoCategory.STANDARD, Map.of("q", "seventh", "year", "2015"));
        assertThat(year.count())
                .isEqualTo(
                        portal.count(
                                "select count(*) from food_safety_notice where origin_id like 'L-%'"
                                        + " and extract(year from published_on) = 2015 and cast(substr(origin_id, 3) as integer) % 7 = 0"));
        assertThat(year.more()).isFalse();
    }

    /** All that is searched in a notice. */
    private static String said(Map<String, Object> notice) {
        return Stream.of(
                        "title",
                        "issuer",
                        "product",
                        "hazard",
                        "producer",
                        "reason",
                        "measure",
                        "level",
                        "summary",
                        "body")
                .map(notice::get)
                .filter(text -> text != null)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static List<String> values(Map<String, Object> notice, String facet) {
        var value = notice.get(COLUMNS.get(facet));
        if (value == null) {
            return List.of();
        }
        return facet.equals("year")
                ? List.of(value.toString().substring(0, 4))
                : List.of(value.toString().split(";"));
    }
}
