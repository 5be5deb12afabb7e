package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes at one message: one of them was frozen longer than its lease lasts (ADR-003). */
@Tag("H2")
class OutboxMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

    private final OutboxMessage message =
            OutboxMessage.of(new Envelope("FTR101_1_1", "FTR101", NOW, "1", "<FTR101/>"), 1);

    @Test
    void who_wakes_before_the_other_has_staged_may_not_stage_any_more() {
        assertThat(message.begin("frozen")).isTrue();
        assertThat(message.begin("other")).isTrue();
        assertThat(message.staged("frozen")).isFalse();
        assertThat(message.staged("other")).isTrue();
        assertThat(message.stagedAs()).isEqualTo("other");
    }

    @Test
    void who_wakes_after_the_other_has_sent_it_neither_begins_nor_tells_of_a_failure() {
        sent("other");
        assertThat(message.begin("frozen")).isFalse();
        assertThat(message.staged("frozen")).isFalse();
        assertThat(message.sent("frozen", NOW)).isFalse();
        for (int failure = 0; failure < 5; failure++) {
            assertThat(message.failed("no room", NOW)).isFalse();
        }
        assertThat(message.state()).isEqualTo(OutboxMessage.State.SENT);
    }

    @Test
    void who_was_frozen_since_the_first_time_does_not_note_the_second_time_as_sent() {
        sent("first");
        message.resend(NOW);
        assertThat(message.begin("second")).isTrue();
        assertThat(message.staged("second")).isTrue();
        assertThat(message.sent("first", NOW)).isFalse();
        assertThat(message.sent("second", NOW)).isTrue();
    }

    private void sent(String attempt) {
        assertThat(message.begin(attempt)).isTrue();
        assertThat(message.staged(attempt)).isTrue();
        assertThat(message.sent(attempt, NOW)).isTrue();
    }
}
