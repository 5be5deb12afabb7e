package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** 忘记密码: a link by mail sets one new password, and nothing tells a stranger whether there is an account. */
@Tag("U9")
class PasswordResetIT {

    private static final String CHOSEN = "qinghai-lake-salt-9";
    private static final String ASKED = "已受理";
    private static final String OVER = "这个链接已使用、已过期或不正确";
    private static final Pattern LINK = Pattern.compile("/reset/[A-Za-z0-9_-]{43}");

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.behindProxy("reset");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void the_link_sets_one_new_password_ends_all_sessions_and_lets_the_owner_in_through_an_attack() {
        var signedIn = new Visitor(portal).from("198.51.100.1");
        assertThat(signedIn.isLetIn("importer2", Workplace.PASSWORD)).isTrue();
        assertThat(ask("IMPORTER2 ", "198.51.100.2")).contains(ASKED);
        assertThat(ask("importer2", "198.51.100.2")).contains(ASKED);
        var links = links("importer2", 2);
        for (int address = 0; address < 10; address++) {
            for (int guess = 0; guess < 10; guess++) {
                new Visitor(portal).from("203.0.113." + address).signIn("importer2", "guess");
            }
        }

        var owner = new Visitor(portal).from("198.51.100.3");
        assertThat(owner.get(links.get(0)).headers().firstValue("Referrer-Policy"))
                .contains("no-referrer");
        assertThat(choose(owner, links.get(0), "password123").body()).contains("应为 8 至 128 个字符");
        assertThat(choose(owner, links.get(0), CHOSEN).statusCode()).isEqualTo(302);

        assertThat(signedIn.get("/home").statusCode())
                .as("sessions from before")
                .isEqualTo(302);
        for (var link : links) {
            assertThat(owner.get(link).body()).contains(OVER);
        }
        assertThat(new Visitor(portal).from("198.51.100.9").isLetIn("importer2", CHOSEN))
                .as("a stranger while somebody guesses")
                .isFalse();
        assertThat(owner.isLetIn("importer2", Workplace.PASSWORD)).isFalse();
        assertThat(owner.isLetIn("importer2", CHOSEN)).isTrue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !mails("account-changed").isEmpty());
        assertThat(portal.count("select count(*) from audit_event where action = 'identity.resetPasswordByMail'"
                        + " and subject = 'importer2' and address = '198.51.100.3'"))
                .isOne();
        assertThat(portal.count("select count(*) from password_reset where token_hash = ?", token(links.get(0))))
                .as("the link itself is not kept")
                .isZero();
    }

    @Test
    void whoever_asks_hears_the_same_and_only_who_has_an_address_gets_mail() {
        portal.execute("update account set email = null where login_name = 'agent1'");
        var known = ask("admin1", "198.51.100.21");
        for (var account : List.of("agent1", "nobody", "' or 1=1 --", "nul\0byte", "x".repeat(3_000))) {
            assertThat(said(ask(account, "198.51.100.22"))).as(account).isEqualTo(said(known));
        }
        assertThat(links("admin1", 1)).hasSize(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> portal.count("select count(*) from password_reset where answered_at is null") == 0);
        assertThat(portal.rows("select login_name from password_reset where token_hash is not null"
                        + " and network = '198.51.100.22'"))
                .isEmpty();
    }

    @Test
    void a_mailbox_is_not_flooded_and_one_address_cannot_ask_for_ever() {
        var told = IntStream.range(0, 11)
                .mapToObj(time -> ask("importer1", "198.51.100.31"))
                .toList();
        assertThat(told.subList(0, 10)).allMatch(answer -> answer.contains(ASKED));
        assertThat(told.get(10)).contains("设置新密码请求过多");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> portal.count("select count(*) from password_reset where answered_at is null") == 0);
        assertThat(portal.count("select count(*) from password_reset where login_name = 'importer1'"
                        + " and token_hash is not null"))
                .isEqualTo(3);
    }

    @Test
    void a_link_that_is_too_old_or_guessed_sets_nothing() {
        ask("admin1", "198.51.100.41");
        var link = links("admin1", 1).get(0);
        portal.execute("update password_reset set answered_at = answered_at - interval '31' minute");
        var visitor = new Visitor(portal).from("198.51.100.41");
        assertThat(visitor.get(link).body()).contains(OVER);
        assertThat(visitor.get("/reset/" + "A".repeat(43)).body()).contains(OVER);
        assertThat(visitor.get("/reset/..%2f").statusCode()).isIn(200, 400, 404);
        assertThat(visitor.get("/reset").statusCode()).isEqualTo(200);
    }

    @Test
    void the_own_address_is_changed_with_the_password_only_and_the_old_one_hears_of_it() {
        portal.execute("update account set email = 'old@example.com' where login_name = 'agent1'");
        var operator = new Visitor(portal);
        assertThat(operator.isLetIn("agent1", Workplace.PASSWORD)).isTrue();
        assertThat(email(operator, "mine@example.com", "wrong")).contains("当前密码不正确");
        assertThat(email(operator, "not an address", Workplace.PASSWORD)).contains("电子邮箱不正确");
        assertThat(email(operator, "mine@EXAMPLE.com", Workplace.PASSWORD)).contains("电子邮箱已保存");
        assertThat(portal.query("select email from account where login_name = 'agent1'"))
                .isEqualTo("mine@example.com");
        assertThat(portal.query("select recipient from mail_message where recipient = 'old@example.com'"))
                .isNotNull();
        portal.execute("update account set email = null where login_name = 'agent1'");
    }

    private static String email(Visitor operator, String email, String password) {
        return operator.submit("/account/password", "mail", "keep", Map.of("email", email, "confirming", password))
                .body();
    }

    private static String ask(String account, String address) {
        return new Visitor(portal)
                .from(address)
                .submit("/forgot", "forgot", "go", Map.of("account", account))
                .body();
    }

    /** The messages of the page. */
    private static String said(String page) {
        var found = Pattern.compile("id=\"messages\".*?</div>", Pattern.DOTALL).matcher(page);
        return found.find() ? found.group() : page;
    }

    private static HttpResponse<String> choose(Visitor visitor, String link, String password) {
        return visitor.submit(link, "reset", "save", Map.of("password", password, "repeated", password));
    }

    /** Paths of the links that were sent for this account, once there are so many; the newest last. */
    private static List<String> links(String account, int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> found(account).size() >= count);
        return found(account);
    }

    private static List<String> found(String account) {
        return mails("password-reset").stream()
                .filter(text -> text.contains("To: " + account + "@example.com"))
                .map(text ->
                        LINK.matcher(text).results().findFirst().orElseThrow().group())
                .toList();
    }

    private static List<String> mails(String kind) {
        var folder = portal.home().resolve("mail");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(kind + "\\..*\\.eml"))
                    .sorted()
                    .map(PasswordResetIT::text)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Headers and text. */
    private static String text(Path file) {
        try {
            var parts = Files.readString(file).replace("\r\n", "\n").split("\n\n", 2);
            return parts[0] + "\n\n"
                    + (parts[0].contains("base64")
                            ? new String(Base64.getMimeDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                            : parts[1].replace("=\n", "")); // quoted-printable
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(String link) {
        return link.replaceFirst(".*/", "");
    }
}
