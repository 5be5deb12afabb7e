package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.suyuan.container.Operator;
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** What the administrator of an enterprise may do to accounts, and to which. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("U9")
class OperatorsIT {

    private static final List<String> ACTS =
            List.of("account-disable", "account-activate", "account-reset", "account-administrate");

    private Portal portal;
    private Operator administrator;

    @Deployment
    static Archive<?> application() {
        return TestApplication.ear(UseCases.class);
    }

    @BeforeEach
    void start() {
        portal = SuyuanContainer.portal();
        administrator = new Operator(portal, "admin1");
    }

    @Test
    void accounts_of_others_look_like_none_and_the_own_one_is_left_to_another_administrator() {
        assertThat(administrator.call("account-names", "").text()).isEqualTo("[admin1, importer1]");
        for (var act : ACTS) {
            for (var account : List.of("importer2", "nobody")) {
                assertThat(administrator.call(act, account))
                        .as(act + " " + account)
                        .isEqualTo(new Operator.Answer(409, "identity.unknownAccount"));
            }
            assertThat(new Operator(portal, "importer1").call(act, "admin1").status())
                    .as(act)
                    .isEqualTo(403);
            assertThat(Operator.nobody(portal).call(act, "importer1").status())
                    .as(act)
                    .isEqualTo(403);
        }
        for (var act : List.of("account-disable", "account-reset", "account-administrate")) {
            assertThat(administrator.call(act, "admin1").text()).as(act).isEqualTo("identity.notYourself");
        }
    }

    @Test
    @Tag("U7")
    void cards_of_others_look_like_none() {
        var theirs = (String) portal.query("select serial from card_certificate c join account a on a.id = c.account_id"
                + " where a.login_name = 'agent1'");
        assertThat(administrator.call("account-cards", "").text()).doesNotContain(theirs);
        for (var serial : List.of(theirs, "1234")) {
            assertThat(administrator.call("account-unbind", serial))
                    .as(serial)
                    .isEqualTo(new Operator.Answer(409, "card.notBound"));
        }
        for (var act : List.of("account-cards", "account-unbind")) {
            assertThat(new Operator(portal, "importer1").call(act, theirs).status())
                    .as(act)
                    .isEqualTo(403);
            assertThat(Operator.nobody(portal).call(act, theirs).status())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(portal.count("select count(*) from card_certificate where unbound_at is not null"))
                .isZero();
    }

    @Test
    void a_session_of_another_account_looks_like_one_that_is_over() {
        new Operator(portal, "importer2").call("recall-unread", "");
        var theirs = "select max(s.id) from open_session s join account a on a.id = s.account_id where a.login_name = ";
        for (var session : List.of(portal.query(theirs + "'importer2'").toString(), "1")) {
            assertThat(administrator.call("account-end-session", session))
                    .as(session)
                    .isEqualTo(new Operator.Answer(409, "identity.sessionOver"));
        }
        assertThat(portal.query(theirs + "'importer2'")).isNotNull();
        administrator.call("recall-unread", "");
        var own = portal.query(theirs + "'admin1'").toString();
        assertThat(administrator.call("account-end-session", own).accepted()).isTrue();
        assertThat(portal.count("select count(*) from open_session where id = " + own))
                .isZero();
    }

    @Test
    void a_disabled_account_is_out_at_once_and_in_again_when_it_is_enabled() {
        var importer = new Operator(portal, "importer1");
        assertThat(importer.call("recall-unread", "").accepted()).isTrue();

        assertThat(administrator.call("account-disable", "importer1").accepted())
                .isTrue();
        assertThat(importer.call("recall-unread", "").status()).isEqualTo(401);

        assertThat(administrator.call("account-activate", "importer1").accepted())
                .isTrue();
        assertThat(importer.call("recall-unread", "").accepted()).isTrue();
    }

    @Test
    void a_password_that_was_hashed_with_less_work_is_hashed_anew_when_it_is_next_used() throws Exception {
        portal.execute("update account set password_hash = '" + hash(Workplace.PASSWORD, 1_000)
                + "' where login_name = 'importer2'");

        assertThat(new Operator(portal, "importer2").call("recall-unread", "").accepted())
                .isTrue();

        assertThat(portal.query("select password_hash from account where login_name = 'importer2'")
                        .toString())
                .startsWith("PBKDF2WithHmacSHA256:10000:");
        assertThat(new Operator(portal, "importer2").call("recall-unread", "").accepted())
                .isTrue();
    }

    @Test
    void a_first_password_is_good_for_a_week_and_a_stranger_does_not_hear_that_it_is_over() throws Exception {
        var first = administrator.call("account-reset", "importer1").text();
        portal.execute("update account set first_password_until = first_password_until - interval '167' hour"
                + " where login_name = 'importer1'");
        assertThat(new Visitor(portal).isLetIn("importer1", first)).isTrue();
        portal.execute("update account set first_password_until = first_password_until - interval '1' hour"
                + " where login_name = 'importer1'");

        var late = new Visitor(portal).signIn("importer1", first);
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.body()).contains("初始密码已过期").doesNotContain("企业账户或密码不正确");
        assertThat(new Visitor(portal).signIn("importer1", "guess").body())
                .contains("企业账户或密码不正确")
                .doesNotContain("过期");
        assertThat(portal.count("select count(*) from audit_event where actor = 'importer1'"
                        + " and action = 'identity.firstPasswordOver'"))
                .isOne();

        var again = administrator.call("account-reset", "importer1").text();
        assertThat(new Visitor(portal).isLetIn("importer1", again)).isTrue();
        portal.execute("update account set first_password_until = null, password_hash = '"
                + hash(Workplace.PASSWORD, 1_000) + "' where login_name = 'importer1'");
    }

    @Test
    @Tag("U6")
    void a_registration_that_nobody_released_lapses_after_a_month_with_its_enterprise() {
        portal.execute("insert into enterprise (id, uscc, name, customs_district)"
                + " values (9000, '91350100M000100Y43', '福建示例食品有限公司', '2200')");
        for (var account : List.of("too.late", "in.time")) {
            portal.execute("insert into account (id, login_name, password_hash, enterprise_id, role, training, status,"
                    + " password_version, opened_at) select max(id) + 1, '" + account + "', 'none', 9000,"
                    + " 'ENTERPRISE_ADMIN', false, 'WAITING', 1, current_timestamp - interval '29' day from account");
        }
        portal.execute("update account set opened_at = opened_at - interval '2' day where login_name = 'too.late'");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> portal.count("select count(*) from account where login_name = 'too.late'") == 0);
        assertThat(portal.count("select count(*) from account where login_name = 'in.time'"))
                .isOne();
        portal.execute("update account set opened_at = opened_at - interval '2' day where login_name = 'in.time'");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> portal.count("select count(*) from enterprise where id = 9000") == 0);
        assertThat(portal.count("select count(*) from audit_event where action = 'identity.lapseAccount'"))
                .isEqualTo(2);
    }

    private static String hash(String password, int iterations) throws GeneralSecurityException {
        var salt = new byte[32];
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256));
        return "PBKDF2WithHmacSHA256:" + iterations + ":" + Base64.getEncoder().encodeToString(salt) + ":"
                + Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
