package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** Passwords that others have lost are refused, when the portal is given a list of them. */
@Tag("U9")
class BreachedPasswordsIT {

    private static final String LOST = "qinghai-lake-salt-9";
    private static final String GOOD = "xizang-barley-wind-31";
    private static final String REFUSED = "曾在其他网站泄露";

    @TempDir
    private Path folder;

    @Test
    void a_lost_password_is_refused_at_change_and_registration_and_another_one_is_taken() throws Exception {
        var file = Files.writeString(
                folder.resolve("pwned.txt"),
                Stream.of("password", LOST, "123456", "iloveyou")
                        .map(BreachedPasswordsIT::sha1)
                        .sorted()
                        .map(hash -> hash + ":3")
                        .collect(Collectors.joining("\r\n")));
        try (var portal = Portal.start(
                "breached", Map.of("SUYUAN_TRAINING", "true", "SUYUAN_PASSWORD_BREACHED", file.toString()))) {
            var operator = new Visitor(portal);
            assertThat(operator.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
            assertThat(change(operator, LOST)).contains(REFUSED);
            assertThat(new Visitor(portal).isLetIn("importer1", Workplace.PASSWORD))
                    .as("nothing was changed")
                    .isTrue();
            assertThat(register(portal, LOST)).contains(REFUSED);
            assertThat(portal.count("select count(*) from account where login_name = 'fujian.lin'"))
                    .isZero();
            assertThat(register(portal, GOOD)).doesNotContain(REFUSED);
            assertThat(portal.count("select count(*) from account where login_name = 'fujian.lin'"))
                    .isOne();
            change(operator, GOOD);
            assertThat(new Visitor(portal).isLetIn("importer1", GOOD)).isTrue();
        }
    }

    @Test
    void a_list_that_is_not_there_stops_the_start() throws Exception {
        try (var portal = Portal.stopped("nolist", Map.of("SUYUAN_PASSWORD_BREACHED", "no/such/list.txt"))) {
            portal.launch();
            assertThat(portal.awaitEnd()).isOne();
            assertThat(portal.printed()).contains("suyuan.password.breached is \"no/such/list.txt\"");
        }
    }

    private static String change(Visitor operator, String password) {
        return operator.submit(
                        "/account/password",
                        "change",
                        "save",
                        Map.of("current", Workplace.PASSWORD, "password", password, "repeated", password))
                .body();
    }

    private static String register(Portal portal, String password) {
        return new Visitor(portal)
                .submit(
                        "/register",
                        "register",
                        "go",
                        Map.of(
                                "uscc", "91350100M000100Y43",
                                "enterpriseName", "福建示例食品有限公司",
                                "customsDistrict", "2200",
                                "personName", "林晓",
                                "phone", "13812345678",
                                "loginName", "fujian.lin",
                                "password", password,
                                "repeated", password,
                                "termsAccepted", "on"))
                .body();
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
