package org.suyuan.mail;

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
import org.suyuan.shared.EmailAddress;

/**
 * A mail, committed together with the act that causes it and sent afterwards, at least once. Its Message-ID comes from its
 * occasion, so that a mail that a crash repeats is known as the same one.
 */
@Entity
@Table(name = "mail_message")
public class MailMessage {

    /** How far a mail has come. */
    public enum State {
        WAITING,
        SENT,
        /** Not sent after all its tries; nobody tries again. */
        GIVEN_UP
    }

    static final int MOST_ATTEMPTS = 40;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_ERROR = 1000;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_message_seq")
    @SequenceGenerator(name = "mail_message_seq", sequenceName = "mail_message_seq", allocationSize = 50)
    private Long id;

    private String occasion;

    @Column(name = "message_id")
    private String messageId;

    private String recipient;
    private String subject;
    private String body;

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

    protected MailMessage() {}

    MailMessage(Mail mail, String domain, Instant now) {
        this.occasion = mail.occasion();
        this.messageId = "<" + mail.occasion() + "@" + domain + ">";
        this.recipient = new EmailAddress(mail.recipient()).value();
        this.subject = oneLine(mail.subject());
        this.body = mail.body();
        this.state = State.WAITING;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** A subject is a header: whatever could begin another header becomes a blank. */
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
    }

    void sent(Instant now) {
        state = State.SENT;
        sentAt = now;
        lastError = null;
    }

    /** @return true when it was the last try */
    boolean failed(String error, Instant now) {
        lastError = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        attempts++;
        if (attempts >= MOST_ATTEMPTS) {
            state = State.GIVEN_UP;
            return true;
        }
        var pause = Duration.ofSeconds(1L << Math.min(attempts, 12));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return false;
    }

    State state() {
        return state;
    }

    String occasion() {
        return occasion;
    }

    String messageId() {
        return messageId;
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }
}
