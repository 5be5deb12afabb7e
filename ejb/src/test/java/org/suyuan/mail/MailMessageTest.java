package org.suyuan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

    private final MailMessage message =
            new MailMessage(new Mail("recall.RC1.new", "Zhang.San@Example.COM", "新的召回任务", "x"), "portal.example", NOW);

    @Test
    void its_id_comes_from_its_occasion() {
        assertThat(message.messageId()).isEqualTo("<recall.RC1.new@portal.example>");
        assertThat(message.recipient()).isEqualTo("Zhang.San@example.com");
        assertThatThrownBy(() -> new Mail("../../etc/passwd", "a@b.cn", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_tried_again_after_growing_pauses_and_given_up_after_a_day() {
        var now = NOW;
        var longest = Duration.ZERO;
        for (int i = 1; i < MailMessage.MOST_ATTEMPTS; i++) {
            assertThat(message.failed("no connection", now)).isFalse();
            var pause = Duration.between(now, message.nextAttemptAt());
            assertThat(pause).isGreaterThanOrEqualTo(longest).isLessThanOrEqualTo(Duration.ofHours(1));
            longest = pause;
            now = message.nextAttemptAt();
        }

        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(24), Duration.ofHours(36));
        assertThat(message.failed("no connection".repeat(1000), now)).isTrue();
        assertThat(message.state()).isEqualTo(MailMessage.State.GIVEN_UP);
    }
}
