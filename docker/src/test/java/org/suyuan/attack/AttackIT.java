package org.suyuan.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** Who means harm comes to the door: guesses, forges, floods and breaks rules of the protocol. */
class AttackIT {

    private static final String THROTTLED = "登录失败次数过多";
    private static final String WRONG = "企业账户或密码不正确";

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.behindProxy("attack");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void guesses_from_many_addresses_slow_strangers_down_but_neither_known_browsers_nor_known_addresses() {
        var owner = new Visitor(portal).from("198.51.100.1");
        assertThat(owner.isLetIn("importer2", Workplace.PASSWORD)).isTrue();
        for (int address = 0; address < 10; address++) {
            for (int guess = 0; guess < 10; guess++) {
                assertThat(guess("importer2", "203.0.113." + address)).contains(WRONG);
            }
        }
        assertThat(guess("importer2", "203.0.113.200")).contains(THROTTLED);
        assertThat(new Visitor(portal).from("203.0.113.200").isLetIn("importer2", Workplace.PASSWORD))
                .isFalse();
        assertThat(guess("importer1", "203.0.113.200")).as("other accounts").contains(WRONG);

        assertThat(new Visitor(portal).from("198.51.100.1").isLetIn("importer2", Workplace.PASSWORD))
                .as("a new browser where the account was signed in with before")
                .isTrue();
        assertThat(owner.reopened().from("192.0.2.99").isLetIn("importer2", Workplace.PASSWORD))
                .as("a known browser elsewhere")
                .isTrue();
        assertThat(portal.rows("select distinct address from audit_event where action = 'identity.signInThrottled'"))
                .as("the address behind the proxy")
                .containsExactly(Map.of("address", "203.0.113.200"));
    }

    @Test
    void one_address_is_one_whatever_it_writes_before_what_the_proxy_writes() {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(guess("agent1", "1.1.1." + guess + ", 203.0.113.77")).contains(WRONG);
        }
        assertThat(guess("agent1", "1.1.1.99, 203.0.113.77")).contains(THROTTLED);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(guess("agent1", "2001:db8:1:2::" + guess)).contains(WRONG);
        }
        assertThat(guess("agent1", "2001:db8:1:2:ffff::1")).contains(THROTTLED);
    }

    @Test
    @Tag("H13")
    void the_number_that_the_proxy_gave_a_request_is_its_number_unless_it_could_do_harm() {
        var numbered =
                new Visitor(portal).saying("X-Request-Id", "4f1c2d3e5a6b7c8d").get("/nowhere");
        assertThat(numbered.headers().allValues("X-Request-Id")).containsExactly("4f1c2d3e5a6b7c8d");
        assertThat(numbered.body()).contains("4f1c2d3e5a6b7c8d");
        for (var bad :
                List.of("abc1234", "x".repeat(65), "<script>alert(1)</script>", "12345678 SEVERE", "1234%0d%0a5678")) {
            var answer = new Visitor(portal).saying("X-Request-Id", bad).get("/nowhere");
            assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow())
                    .as(bad)
                    .matches("[0-9a-f-]{36}");
            assertThat(answer.body()).doesNotContain(bad);
        }
    }

    @Test
    void names_that_are_none_are_refused_as_unknown_ones_are() {
        for (var name : List.of("nul\0byte", "' or '1'='1", "x".repeat(5_000), "\u202eimporter1", "")) {
            assertThat(new Visitor(portal)
                            .from("203.0.113.50")
                            .signIn(name, "x")
                            .body())
                    .as(name)
                    .contains(WRONG);
        }
    }

    @Test
    void the_session_gets_a_new_id_at_sign_in_and_nothing_of_another_account() {
        var visitor = new Visitor(portal).from("198.51.100.20");
        var before = cookie(visitor.get("/login").headers().allValues("Set-Cookie"));
        var signedIn = visitor.signIn("importer1", Workplace.PASSWORD);
        var importer = cookie(signedIn.headers().allValues("Set-Cookie"));
        assertThat(importer).isNotEmpty().isNotEqualTo(before);
        assertThat(new Visitor(portal).saying("Cookie", before).get("/home").statusCode())
                .as("the id from before")
                .isEqualTo(302);
        var other = new Visitor(portal).from("198.51.100.20");
        var secrets = other.secrets("/login");
        assertThat(other.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
        var second = other.submit(
                "/login", "signIn", "go", Map.of("account", "admin1", "password", Workplace.PASSWORD), secrets);
        assertThat(second.statusCode()).isEqualTo(302);
        assertThat(other.get("/org/operators").statusCode()).isEqualTo(200);
    }

    @Test
    void nothing_is_changed_at_the_behest_of_another_site() {
        var operator = new Visitor(portal);
        assertThat(operator.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
        var secrets = operator.secrets("/account/password");
        var foreign = List.of(
                Map.entry("Sec-Fetch-Site", "cross-site"),
                Map.entry("Sec-Fetch-Site", "same-site"),
                Map.entry("Origin", "https://evil.example"),
                Map.entry("Origin", "null"));
        for (var header : foreign) {
            for (var path : List.of("/login", "/scan/photo", "/n/x", "/language")) {
                var visitor = new Visitor(portal).saying(header.getKey(), header.getValue());
                assertThat(visitor.post(path, Map.of()).statusCode())
                        .as(path + " " + header)
                        .isEqualTo(403);
            }
            var accomplice = new Visitor(portal);
            assertThat(accomplice.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
            accomplice.saying(header.getKey(), header.getValue());
            assertThat(accomplice
                            .submit("/account/password", "others", "end", Map.of("proof", Workplace.PASSWORD), secrets)
                            .statusCode())
                    .as("signed in " + header)
                    .isEqualTo(403);
        }
        assertThat(operator.submit("/account/password", "others", "end", Map.of("proof", Workplace.PASSWORD), Map.of())
                        .statusCode())
                .as("a form without its secret")
                .isEqualTo(200);
        assertThat(portal.count("select count(*) from audit_event where action = 'identity.signOutElsewhere'"))
                .isZero();
        operator.saying("Origin", "http://localhost:" + portal.port());
        assertThat(operator.submit("/account/password", "others", "end", Map.of("proof", Workplace.PASSWORD), secrets)
                        .body())
                .contains("其他浏览器和设备上的登录已结束");
        assertThat(portal.count("select count(*) from audit_event where action = 'identity.signOutElsewhere'"))
                .isOne();
    }

    @Test
    void what_an_account_may_not_open_is_noted() {
        var operator = new Visitor(portal);
        assertThat(operator.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
        assertThat(operator.get("/org/operators").statusCode()).isEqualTo(403);
        assertThat(portal.rows("select actor, subject from audit_event where action = 'identity.accessDenied'"))
                .contains(Map.of("actor", "importer1", "subject", "/org/operators"));
    }

    @Test
    void the_own_password_cannot_be_guessed_in_a_session_that_somebody_left_open() {
        var operator = new Visitor(portal);
        assertThat(operator.isLetIn("admin1", Workplace.PASSWORD)).isTrue();
        var told = IntStream.range(0, 11)
                .mapToObj(guess -> operator.submit(
                                "/account/password",
                                "change",
                                "save",
                                Map.of(
                                        "current",
                                        "guess " + guess,
                                        "password",
                                        "qinghai-lake-salt-9",
                                        "repeated",
                                        "qinghai-lake-salt-9"))
                        .body())
                .toList();
        assertThat(told.subList(0, 10)).allMatch(body -> body.contains("当前密码不正确"));
        assertThat(told.get(10)).contains("当前密码输错次数过多");
        assertThat(portal.count("select count(*) from audit_event where action = 'identity.passwordNotConfirmed'"))
                .isEqualTo(10);
    }

    @Test
    void every_answer_forbids_what_it_does_not_need_and_no_answer_names_the_server() throws Exception {
        var visitor = new Visitor(portal);
        for (var path : List.of(
                "/",
                "/nothing",
                "/qr/none.png",
                "/language?to=zh",
                "/q/%00",
                "/jakarta.faces.resource/suyuan.css.xhtml?ln=suyuan",
                "/scan",
                "/WEB-INF/web.xml",
                "/trace/edit")) {
            var answer = visitor.get(path);
            if (answer.statusCode() != 400 && answer.statusCode() != 302) {
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .containsAnyOf("default-src 'none'", "default-src 'self'")
                                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'"));
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
            }
        }
        for (var request : List.of(
                "PUT /login HTTP/1.1\r\nHost: x",
                "DELETE / HTTP/1.1\r\nHost: x",
                "TRACE / HTTP/1.1\r\nHost: x",
                "INVENTED / HTTP/1.1\r\nHost: x",
                "GET / HTTP/1.1",
                "GET /q/%zz HTTP/1.1\r\nHost: x",
                "GET /q/%00 HTTP/1.1\r\nHost: x",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x",
                "GET /WEB-INF/web.xml HTTP/1.1\r\nHost: x",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000),
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: -1",
                "POST /scan/photo HTTP/1.1\r\nHost: x\r\nContent-Length: 0",
                "POST /login?jakarta.faces.ViewState=1:1 HTTP/1.1\r\nHost: x\r\nContent-Length: 0",
                "POST /login?jakarta.faces.ViewState=rO0ABXNy HTTP/1.1\r\nHost: x\r\nContent-Length: 0",
                "GARBAGE")) {
            assertThat(raw(request))
                    .as(request.substring(0, Math.min(60, request.length())))
                    .doesNotContainIgnoringCase("payara")
                    .doesNotContainIgnoringCase("glassfish")
                    .doesNotContainIgnoringCase("grizzly")
                    .doesNotContain("java.lang", "\tat ", "root:");
        }
    }

    @Test
    void a_forged_form_is_the_fault_of_who_sends_it_and_what_is_too_large_is_not_read() throws Exception {
        var visitor = new Visitor(portal);
        var secrets = visitor.secrets("/login");
        var forged = List.of(
                Map.of("jakarta.faces.ViewState", secrets.get("jakarta.faces.ViewState")),
                Map.of("jakarta.faces.ViewState", secrets.get("jakarta.faces.ViewState"), "primefaces.nonce", "forged"),
                Map.of("jakarta.faces.ViewState", "1:1"),
                Map.of("jakarta.faces.ViewState", "rO0ABXNy"),
                Map.of("jakarta.faces.ViewState", "stateless"));
        for (var form : forged) {
            var answer = visitor.submit("/login", "signIn", "go", Map.of("account", "x", "password", "x"), form);
            assertThat(answer.statusCode()).as(form.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("<h1>").doesNotContain("mismatch", "java.lang", "\tat ");
        }
        var large = new byte[26_000_000];
        upload("multipart/form-data; boundary=x", BodyPublishers.ofByteArray(large), 413);
        upload(
                "multipart/form-data; boundary=x",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), // does not say how large it is
                411);
        upload("multipart/form-data", BodyPublishers.ofString("no parts"), 400);
        assertThat(portal.complaints()).as("nobody fills the log from outside").isEmpty();
    }

    private static void upload(String type, BodyPublisher body, int refusal) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(portal.url("/login")))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", type)
                .POST(body)
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(type).isEqualTo(refusal);
        assertThat(answer.body()).contains("<h1>").doesNotContain("java.lang", "\tat ");
    }

    @Test
    void who_only_reads_leaves_no_session_behind() {
        for (var path :
                List.of("/", "/help", "/scan", "/q/none", "/public/info/law", "/public/info/risk?q=a", "/nothing")) {
            assertThat(new Visitor(portal).get(path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(cookie(new Visitor(portal).get("/login").headers().allValues("Set-Cookie")))
                .as("a page with a form needs one")
                .isNotEmpty();
    }

    private static String guess(String account, String forwarded) {
        return new Visitor(portal).from(forwarded).signIn(account, "guess").body();
    }

    private static String cookie(List<String> set) {
        return set.stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }

    /** What comes back when something is sent that no well-behaved client sends. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", portal.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
