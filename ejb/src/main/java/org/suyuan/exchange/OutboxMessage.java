package org.suyuan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message to customs, committed together with the business act that caused it and handed over afterwards. */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage {

    /** How far a message has come. */
    public enum State {
        /** To be staged at the gateway. */
        WAITING,
        /** Staged; the release is to be done or repeated. */
        STAGED,
        SENT
    }

    private static final int LONGEST_ERROR = 1000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** After this many failures the subject is told that it could not be sent; trying goes on. */
    private static final int FAILURES_TO_TELL = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_message_seq")
    @SequenceGenerator(name = "outbox_message_seq", sequenceName = "outbox_message_seq", allocationSize = 50)
    private Long id;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "message_type")
    private String messageType;

    @Column(name = "business_key")
    private String businessKey;

    private int version;
    private String content;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "last_error")
    private String lastError;

    /** The attempt that may release it; null before the first. */
    @Column(name = "staged_as")
    private String stagedAs;

    protected OutboxMessage() {}

    private OutboxMessage(
            String messageId, String messageType, String businessKey, int version, String content, Instant now) {
        this.messageId = messageId;
        this.messageType = messageType;
        this.businessKey = businessKey;
        this.version = version;
        this.content = content;
        this.state = State.WAITING;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    static OutboxMessage of(Envelope envelope, int version) {
        return new OutboxMessage(
                envelope.messageId(),
                envelope.messageType(),
                envelope.businessKey(),
                version,
                envelope.toXml("SUYUAN", "CUSTOMS"),
                envelope.createdAt());
    }

    /** @return false when it does not wait any more */
    boolean begin(String attempt) {
        if (state != State.WAITING) {
            return false;
        }
        stagedAs = attempt;
        return true;
    }

    /** @return false when another attempt has begun meanwhile */
    boolean staged(String attempt) {
        if (state != State.WAITING || !attempt.equals(stagedAs)) {
            return false;
        }
        state = State.STAGED;
        return true;
    }

    /** @return false when it was noted before, or customs has meanwhile said that it did not arrive */
    boolean sent(String attempt, Instant now) {
        if (state != State.STAGED || !Objects.equals(attempt, stagedAs)) {
            return false;
        }
        state = State.SENT;
        sentAt = now;
        lastError = null;
        return true;
    }

    /** @return true when it is time to tell that it could not be sent */
    boolean failed(String error, Instant now) {
        if (state == State.SENT) {
            return false; // another attempt was luckier
        }
        lastError = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        pause(now);
        return attempts >= FAILURES_TO_TELL;
    }

    /** Customs says that it did not arrive: the same message goes out again, each time after a longer pause. */
    void sendAgain(Instant now) {
        state = State.WAITING;
        pause(now);
    }

    /** The staff of the portal has it handed over once more, at once. */
    void resend(Instant now) {
        state = State.WAITING;
        nextAttemptAt = now;
    }

    private void pause(Instant now) {
        attempts++;
        var pause = Duration.ofSeconds(1L << Math.min(attempts, 10));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    OutboundDocument document() {
        return new OutboundDocument(messageType, messageId, content);
    }

    Long id() {
        return id;
    }

    State state() {
        return state;
    }

    String stagedAs() {
        return stagedAs;
    }

    String messageId() {
        return messageId;
    }

    String messageType() {
        return messageType;
    }

    String businessKey() {
        return businessKey;
    }

    int version() {
        return version;
    }

    Instant sentAt() {
        return sentAt;
    }

    /** As the console shows it. */
    String line() {
        return Stream.of(messageId, state, createdAt, attempts, nextAttemptAt, lastError == null ? "" : lastError)
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }
}
