package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.suyuan.shared.Sha256;

/**
 * 忘记密码: somebody asked for a new password of an account, which may not exist. Answered seconds later, by a mail with a
 * link to the operator or by nothing. The link sets one new password, within half an hour. Only its hash is kept.
 */
@Entity
@Table(name = "password_reset")
public class PasswordReset {

    static final Duration VALIDITY = Duration.ofMinutes(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "password_reset_seq")
    @SequenceGenerator(name = "password_reset_seq", sequenceName = "password_reset_seq", allocationSize = 50)
    private Long id;

    @Column(name = "login_name")
    private String loginName;

    private String network;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected PasswordReset() {}

    PasswordReset(String loginName, String network, Instant now) {
        this.loginName = loginName;
        this.network = network;
        this.askedAt = now;
    }

    /** No mail is written. */
    void ignore(Instant now) {
        answeredAt = now;
    }

    /** A mail with this token is written. */
    void answer(String token, Instant now) {
        answeredAt = now;
        tokenHash = hash(token);
    }

    /** The link is good for nothing any more. */
    void useUp(Instant now) {
        usedAt = now;
    }

    boolean usable(Instant now) {
        return usedAt == null && now.isBefore(answeredAt.plus(VALIDITY));
    }

    static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }

    Long id() {
        return id;
    }

    String loginName() {
        return loginName;
    }

    String network() {
        return network;
    }
}
