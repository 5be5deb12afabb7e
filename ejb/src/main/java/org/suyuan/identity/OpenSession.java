package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * 登录: an account is signed in with in one browser. Begins with the sign-in; is over when it is taken away, when the account
 * ends all of its sessions, some time after the last request, and after some hours at the latest.
 */
@Entity
@Table(name = "open_session")
public class OpenSession {

    /** The last request is noted this often: not each one is worth a write. */
    static final Duration PRECISION = Duration.ofMinutes(1);

    private static final int LONGEST_BROWSER = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "open_session_seq")
    @SequenceGenerator(name = "open_session_seq", sequenceName = "open_session_seq", allocationSize = 50)
    private Long id;

    @ManyToOne
    private Account account;

    @Column(name = "password_version")
    private int passwordVersion;

    private String card;
    private String address;
    private String browser;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    protected OpenSession() {}

    /**
     * @param card number of the card that was signed in with, or null
     * @param browser what it says it is, or null
     */
    OpenSession(Account account, String card, String address, String browser, Instant now) {
        this.account = account;
        this.passwordVersion = account.passwordVersion();
        this.card = card;
        this.address = address;
        this.browser = browser == null ? null : kept(browser);
        this.beganAt = now;
        this.lastSeenAt = now;
    }

    private static String kept(String browser) {
        var plain = browser.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_BROWSER ? plain : plain.substring(0, LONGEST_BROWSER);
    }

    void seen(Instant now) {
        if (!now.isBefore(lastSeenAt.plus(PRECISION))) {
            lastSeenAt = now;
        }
    }

    /** Outlives the others, which the account has ended. */
    void goOn() {
        passwordVersion = account.passwordVersion();
    }

    /**
     * @param idle without any request
     * @param longest from the beginning
     */
    boolean isOpen(Duration idle, Duration longest, Instant now) {
        return passwordVersion == account.passwordVersion()
                && now.isBefore(lastSeenAt.plus(idle).plus(PRECISION))
                && now.isBefore(beganAt.plus(longest));
    }

    OwnSession shown(long current) {
        return new OwnSession(id, card, address, browser, beganAt, lastSeenAt, id == current);
    }

    long id() {
        return id;
    }

    Account account() {
        return account;
    }
}
