package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.shared.table.CsvText;
import org.suyuan.testing.Portal;

/**
 * How long a search takes by the number of notices: the same queries over 10,000 and over {@code bench.notices}, in the
 * server. {@code docs/benchmarks.md} has the command and what was measured.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("F16")
class FoodSafetySearchBench {

    private static final int BASE = 10_000;
    private static final int NOTICES = Integer.getInteger("bench.notices", 1_000_000);
    private static final int BRANDS = 4_000;
    private static final int ROUNDS = 5;
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final int DAYS = 3_650;

    private final Random random = new Random(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private Portal portal;

    /** What somebody asks for, as parameters of an address; and what kind of question it is. */
    private record Asked(String kind, String parameters) {}

    @Deployment
    static Archive<?> application() {
        return TestApplication.ear(TimedSearch.class);
    }

    @Test
    void the_same_queries_over_more_and_more_notices() throws Exception {
        portal = SuyuanContainer.portal();
        var rows = excerpt();
        publish(rows);
        var asked = asked(rows);
        var small = run("10,000", asked);
        multiply(NOTICES / BASE - 1);
        var large = run("%,d".formatted(NOTICES), asked);
        say("p50 ×%.2f, p95 ×%.2f", at(0.5, large) / at(0.5, small), at(0.95, large) / at(0.95, small));
    }

    /** Alerts that were really published: date, number, notifying country, origin, product, category, hazard, its kind. */
    private static List<List<String>> excerpt() throws IOException {
        try (var file = FoodSafetySearchBench.class.getResourceAsStream("/foodsafety/rasff-excerpt.csv")) {
            return CsvText.lines(new String(file.readAllBytes(), StandardCharsets.UTF_8), ',')
                    .skip(1)
                    .toList();
        }
    }

    /**
     * Invents alerts of real parts: each product, place and hazard as frequent as it is in the excerpt, so that some words
     * are in every tenth notice and most in few; and a brand, of which few are frequent (Zipf). The real job imports them.
     */
    private void publish(List<List<String>> rows) {
        var day = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);
        var table = new StringBuilder(
                "Date of Case,Reference,Notification From,Country Origin,Product,Product Category,Hazard Substance,Hazard Category\n");
        for (int i = 0; i < BASE; i++) {
            var product = any(rows);
            var hazard = any(rows);
            var cells = List.of(
                    LAST.minusDays((long) i * DAYS / BASE).format(day),
                    "%d.%05d".formatted(LAST.minusDays((long) i * DAYS / BASE).getYear(), i),
                    any(rows).get(2),
                    any(rows).get(3),
                    product.get(4) + " " + brand(zipf(BRANDS)),
                    product.get(5),
                    hazard.get(6),
                    hazard.get(7));
            table.append(cells.stream()
                            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        portal.push("FTR400", "rasff-bench.csv", table.toString().getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofMinutes(10))
                .until(() -> portal.count("select count(*) from food_safety_notice where source = 'EURASFF'") == BASE);
        portal.execute("vacuum analyze food_safety_notice");
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A number from 0 on, the smaller the more often. */
    private int zipf(int numbers) {
        return (int) (Math.pow(numbers + 1.0, random.nextDouble()) - 1);
    }

    /** A word that stands in no dictionary. */
    private static String brand(int number) {
        var word = new StringBuilder("Q");
        for (int left = number + 1; left > 0; left /= 20) {
            word.append("bdfgklmnprstvzchjwxy".charAt(left % 20)).append("aeiou".charAt(left % 5));
        }
        return word.toString();
    }

    /**
     * So many more of each notice, on other days and with other numbers, in the order of their days. Their words are copied
     * from those that the import made. Indexes that only a writer needs are made anew at the end.
     */
    private void multiply(int copies) throws SQLException {
        long begun = System.nanoTime();
        try (var connection = portal.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table bench_base as select * from food_safety_notice where source = 'EURASFF'");
            statement.execute("drop index food_safety_notice_tokens_idx");
            var columns =
                    Stream.of(columns(), "origin_id", "published_on", "tokens").toList();
            statement.execute("""
                    insert into food_safety_notice (%s)
                    select %s, 'N' || c || 'X' || b.id, d.day,
                        ts_delete(b.tokens, array['no=' || replace(b.origin_id, '.', ''), b.origin_id,
                            split_part(b.origin_id, '.', 2), to_char(b.published_on, 'YYYY'),
                            'year=' || to_char(b.published_on, 'YYYY'), 'month=' || to_char(b.published_on, 'YYYY-MM'),
                            'day=' || to_char(b.published_on, 'YYYY-MM-DD')])
                        || cast('''no=n' || c || 'x' || b.id || ''':1A ''' || to_char(d.day, 'YYYY') || ''':1C ''year='
                            || to_char(d.day, 'YYYY') || ''':1D ''month=' || to_char(d.day, 'YYYY-MM') || ''':1C ''day='
                            || to_char(d.day, 'YYYY-MM-DD') || ''':1C' as tsvector)
                    from bench_base b cross join generate_series(1, %d) as c
                    cross join lateral (select date '%s' - cast(mod(b.id * 7919 + c * 104729, %d) as integer) as day) d
                    order by d.day
                    """.formatted(
                    String.join(", ", columns),
                    Stream.of(columns.get(0).split(", ")).map(c -> "b." + c).collect(Collectors.joining(", ")),
                    copies,
                    LAST,
                    DAYS));
            statement.execute("create index food_safety_notice_tokens_idx on food_safety_notice using gin (tokens)"
                    + " with (fastupdate = off)");
            statement.execute("vacuum analyze food_safety_notice");
        }
        say("filled in %d s", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private String columns() {
        return portal
                .rows("select column_name from information_schema.columns where table_name = 'food_safety_notice'"
                        + " and column_name not in ('id', 'origin_id', 'published_on', 'tokens')")
                .stream()
                .map(row -> (String) row.get("column_name"))
                .collect(Collectors.joining(", "));
    }

    /** Questions of every kind, of words as frequent as they come in what people look for. */
    private List<Asked> asked(List<List<String>> rows) {
        Function<List<String>, String> product = row -> word(row.get(4));
        Function<List<String>, String> hazard = row -> word(row.get(6).isBlank() ? "Salmonella" : row.get(6));
        var asked = new ArrayList<Asked>();
        for (int i = 0; i < 20; i++) {
            asked.add(new Asked("one word", q(product.apply(any(rows)))));
            asked.add(new Asked("one hazard", q(hazard.apply(any(rows)))));
            asked.add(new Asked("hazard in Chinese", q(any(List.of("沙门氏菌", "黄曲霉毒素", "李斯特", "环氧乙烷", "汞", "镉", "毒死蜱")))));
            asked.add(new Asked("product and hazard", q(product.apply(any(rows)) + " " + hazard.apply(any(rows)))));
            asked.add(new Asked(
                    "country, hazard, both languages",
                    q(any(List.of("法国", "波兰", "土耳其", "印度", "中国", "意大利")) + " " + hazard.apply(any(rows)))));
            asked.add(new Asked(
                    "three words", q(any(rows).get(3) + " " + product.apply(any(rows)) + " " + (2017 + i % 10))));
            asked.add(new Asked("brand", q(brand(zipf(BRANDS)))));
            asked.add(new Asked("brand and product", q(brand(zipf(BRANDS)) + " " + product.apply(any(rows)))));
            asked.add(new Asked("part of a word", q(part(product.apply(any(rows))))));
            asked.add(new Asked("number", q("%d.%05d".formatted(2020, 20_000 + i))));
            asked.add(new Asked("day", q(LAST.minusDays(random.nextInt(DAYS)).toString())));
            asked.add(new Asked("nothing has it", q("zzyzx " + product.apply(any(rows)))));
            asked.add(new Asked("phrase", q('"' + any(rows).get(4).replace("\"", "") + '"')));
            asked.add(new Asked(
                    "word within country",
                    q(hazard.apply(any(rows))) + "&country=" + any(List.of("TUR", "POL", "IND", "CHN"))));
            asked.add(new Asked(
                    "country and year",
                    "country=" + any(List.of("TUR", "POL", "IND", "CHN")) + "&year=" + (2017 + i % 10)));
            asked.add(new Asked("kind of food", "food=" + any(List.of("NUTS", "FISH", "POULTRY", "FRUITVEG"))));
            asked.add(new Asked("last page", q(hazard.apply(any(rows))) + "&page=" + (40 + i % 11)));
            asked.add(new Asked("whole tab", "page=" + (1 + i)));
        }
        Collections.shuffle(asked, random);
        return asked;
    }

    private String word(String text) {
        var words = Stream.of(text.split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3)
                .toList();
        return words.isEmpty() ? "food" : any(words);
    }

    private static String part(String word) {
        return word.substring(0, Math.max(3, word.length() - 2));
    }

    private static String q(String text) {
        return "q=" + URLEncoder.encode(text.length() > 200 ? text.substring(0, 200) : text, StandardCharsets.UTF_8);
    }

    /** Milliseconds of each query: its best of some rounds after one that warms up, since others use the machine, too. */
    private double[] run(String notices, List<Asked> asked) throws IOException, InterruptedException {
        long hits = 0;
        for (var one : asked) {
            hits += call(one)[1];
        }
        var times = new double[asked.size()];
        Arrays.fill(times, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                times[i] = Math.min(times[i], call(asked.get(i))[0] / 1e6);
            }
        }
        say(
                "%s notices: %d queries, %d hits, p50 %.1f ms, p95 %.1f ms, longest %.1f ms",
                notices, times.length, hits, at(0.5, times), at(0.95, times), at(1, times));
        IntStream.range(0, asked.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> asked.get(i).kind()))
                .forEach((kind, indexes) -> {
                    var some = indexes.stream().mapToDouble(i -> times[i]).toArray();
                    say("  %-32s p50 %7.1f   p95 %7.1f", kind, at(0.5, some), at(0.95, some));
                });
        return times;
    }

    /** Nanoseconds in the server, and hits. */
    private long[] call(Asked asked) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(portal.url("/test/timed-search?" + asked.parameters())))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(asked.parameters()).isEqualTo(200);
        return Stream.of(answer.body().split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static double at(double share, double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
