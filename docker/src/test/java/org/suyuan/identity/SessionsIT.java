package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** 登录情况: an operator sees where the account is signed in with, and ends what should not go on. */
@Tag("U9")
class SessionsIT {

    private static final String PAGE = "/account/password";
    private static final int OUT = 302;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.behindProxy("sessions");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @AfterEach
    void leave() {
        portal.execute("delete from open_session");
    }

    @Test
    void each_session_is_listed_and_one_is_ended_with_the_password_only() {
        var office = signedIn("198.51.100.1", "Mozilla/5.0 (Windows NT 10.0) Chrome/131.0.0.0 Safari/537.36");
        var forgotten = signedIn("198.51.100.2", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0");
        var third = signedIn("198.51.100.3", "curl/8.5.0");

        assertThat(office.get(PAGE).body())
                .contains("Chrome 131, Windows", "198.51.100.1", "Firefox 128, Linux", "198.51.100.2", "curl/8.5.0")
                .containsOnlyOnce("本次登录");
        portal.execute("update open_session set last_seen_at = last_seen_at - interval '5' minute where address ="
                + " '198.51.100.2'"); // so it stands last
        assertThat(end(office, "rows:2:endOne", "guess")).contains("当前密码不正确");
        assertThat(end(office, "rows:2:endOne", "")).contains("当前密码不正确");
        assertThat(forgotten.get("/home").statusCode()).isEqualTo(200);

        portal.execute("update open_session set last_seen_at = last_seen_at - interval '5' minute where address ="
                + " '198.51.100.2'");
        assertThat(end(office, "rows:2:endOne", Workplace.PASSWORD))
                .contains("该登录已结束")
                .doesNotContain("198.51.100.2");
        assertThat(forgotten.get("/home").statusCode()).isEqualTo(OUT);
        assertThat(third.get("/home").statusCode()).isEqualTo(200);
        assertThat(office.get("/home").statusCode()).isEqualTo(200);

        assertThat(end(office, "end", "guess")).contains("当前密码不正确");
        assertThat(third.get("/home").statusCode()).isEqualTo(200);
        assertThat(end(office, "end", Workplace.PASSWORD)).contains("其他浏览器和设备上的登录已结束");
        assertThat(third.get("/home").statusCode()).isEqualTo(OUT);
        assertThat(office.get("/home").statusCode()).isEqualTo(200);
        assertThat(portal.rows("select action from audit_event where actor = 'importer1' and action in"
                        + " ('identity.endSession', 'identity.signOutElsewhere') order by id"))
                .containsExactly(
                        Map.of("action", "identity.endSession"), Map.of("action", "identity.signOutElsewhere"));
    }

    @Test
    void a_session_is_over_when_it_is_signed_out_of_unused_or_old() {
        var visitor = signedIn("198.51.100.11", "curl/8.5.0");
        visitor.submit("/home", "leave", "signOut", Map.of());
        assertThat(portal.count("select count(*) from open_session")).isZero();
        for (var past : new String[] {
            "last_seen_at = last_seen_at - interval '31' minute", "began_at = began_at - interval '12' hour"
        }) {
            var late = signedIn("198.51.100.12", "curl/8.5.0");
            assertThat(late.get("/home").statusCode()).isEqualTo(200);
            portal.execute("update open_session set " + past);
            assertThat(late.get("/home").statusCode()).as(past).isEqualTo(OUT);
        }
    }

    @Test
    void what_a_browser_says_of_itself_is_shown_as_text_and_who_signs_in_again_has_one_session() {
        var visitor = new Visitor(portal)
                .from("198.51.100.21")
                .saying("User-Agent", "<script>alert(1)</script>" + "x".repeat(3_000));
        var secrets = visitor.secrets("/login");
        assertThat(visitor.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
        assertThat(visitor.get(PAGE).body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
        var again = Map.of("account", "importer1", "password", Workplace.PASSWORD);
        assertThat(visitor.submit("/login", "signIn", "go", again, secrets).statusCode())
                .isEqualTo(OUT);
        assertThat(portal.count("select count(*) from open_session")).isOne();
    }

    private static Visitor signedIn(String address, String browser) {
        var visitor = new Visitor(portal).from(address).saying("User-Agent", browser);
        assertThat(visitor.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
        return visitor;
    }

    private static String end(Visitor visitor, String button, String password) {
        return visitor.submit(PAGE, "others", button, Map.of("proof", password)).body();
    }
}
