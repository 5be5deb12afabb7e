package org.suyuan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server. */
@Tag("H4")
class SmtpCarrierTest {

    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00.123456Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.setUser("portal", "geheim");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_as_it_was_written_and_twice_as_the_same() throws Exception {
        var letter = letter("召回通知：冷冻去骨牛肉", "请立即停止销售。\n.\n链接：http://localhost/n/abc\n");
        try (var carrier = new SmtpCarrier(settings(MailSettings.Security.NONE))) {
            carrier.carry(letter);
            carrier.carry(letter("召回通知：冷冻去骨牛肉", "请立即停止销售。\n.\n链接：http://localhost/n/abc\n"));
        }

        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getMessageID()).isEqualTo("<notice.RC1.X.1@portal.example>");
            assertThat(mail.getSubject()).isEqualTo("召回通知：冷冻去骨牛肉");
            assertThat(mail.getFrom()).extracting(Address::toString).containsExactly("suyuan@portal.example");
            assertThat(mail.getAllRecipients()).extracting(Address::toString).containsExactly("buyer@example.com");
            assertThat(mail.getHeader("Date")).containsExactly("Wed, 25 Nov 2026 10:00:00 +0800");
            assertThat(mail.getContent().toString().replace("\r\n", "\n"))
                    .startsWith("请立即停止销售。\n.\n链接：http://localhost/n/abc\n");
        });
    }

    @Test
    void what_stands_in_a_subject_begins_no_other_header() throws Exception {
        var letter = letter("牛肉\r\nBcc: everyone@example.com\n\nHello", "text");
        try (var carrier = new SmtpCarrier(settings(MailSettings.Security.NONE))) {
            carrier.carry(letter);
        }

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getRecipients(RecipientType.BCC)).isNull();
        assertThat(mail.getSubject()).isEqualTo("牛肉 Bcc: everyone@example.com Hello");
        assertThatThrownBy(() -> message("x", "buyer@example.com\r\nBcc: everyone@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_said_to_a_server_without_the_wanted_encryption() {
        var carrier = new SmtpCarrier(settings(MailSettings.Security.STARTTLS));

        assertThatThrownBy(() -> carrier.carry(letter("x", "y"))).isInstanceOf(MessagingException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
        carrier.close();
    }

    @Test
    void a_wrong_password_is_an_error_that_does_not_tell_it() {
        server.setUser("portal", "changed");
        var carrier = new SmtpCarrier(settings(MailSettings.Security.NONE));

        assertThatThrownBy(() -> carrier.carry(letter("x", "y")))
                .isInstanceOf(MessagingException.class)
                .asString()
                .doesNotContain("geheim");
        carrier.close();
    }

    private MailSettings settings(MailSettings.Security security) {
        var port = server.getSmtp().getPort();
        return new MailSettings() {
            @Override
            String host() {
                return "127.0.0.1";
            }

            @Override
            int port() {
                return port;
            }

            @Override
            Security security() {
                return security;
            }

            @Override
            Optional<String> user() {
                return Optional.of("portal");
            }

            @Override
            Optional<String> password() {
                return Optional.of("geheim");
            }
        };
    }

    private static MimeMessage letter(String subject, String body) throws MessagingException {
        return MailDispatch.letter(
                new MailMessage(new Mail("notice.RC1.X.1", "buyer@example.com", subject, body), "portal.example", NOW),
                "suyuan@portal.example");
    }

    private static MailMessage message(String subject, String recipient) {
        return new MailMessage(new Mail("notice.RC1.X.1", recipient, subject, ""), "portal.example", NOW);
    }
}
