package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.suyuan.identity.card.CardCertificate;

/**
 * 卡介质: IC card or USB key, known by its signing certificate and bound to one account. A card that was unbound is never
 * bound again; its holder gets a new one.
 */
@Entity
@Table(name = "card_certificate")
public class Card {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "card_certificate_seq")
    @SequenceGenerator(name = "card_certificate_seq", sequenceName = "card_certificate_seq", allocationSize = 50)
    private Long id;

    private String fingerprint;
    private String issuer;
    private String serial;
    private String subject;

    @Column(name = "card_number")
    private String cardNumber;

    private String holder;

    @ManyToOne
    private Account account;

    @Column(name = "bound_at")
    private Instant boundAt;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "unbound_at")
    private Instant unboundAt;

    protected Card() {}

    Card(CardCertificate certificate, Account account, Instant boundAt) {
        this.fingerprint = certificate.fingerprint();
        this.issuer = certificate.issuer();
        this.serial = certificate.serial();
        this.subject = certificate.subject();
        this.cardNumber = certificate.cardNumber();
        this.holder = certificate.holder();
        this.account = account;
        this.boundAt = boundAt;
        takeValidity(certificate);
    }

    private void takeValidity(CardCertificate certificate) {
        validFrom = certificate.notBefore();
        validUntil = certificate.notAfter();
    }

    /** Somebody signed in with it. */
    void used(CardCertificate certificate, Instant now) {
        lastUsedAt = now;
        takeValidity(certificate); // cards that were bound before this was kept
    }

    public Account account() {
        return account;
    }

    public String number() {
        return cardNumber;
    }

    public String serial() {
        return serial;
    }

    public String subject() {
        return subject;
    }

    public String issuer() {
        return issuer;
    }

    /** 持卡人. */
    public String holder() {
        return holder;
    }

    /** Null for a card that was bound long ago and not used since. */
    public Instant validFrom() {
        return validFrom;
    }

    /** Null for a card that was bound long ago and not used since. */
    public Instant validUntil() {
        return validUntil;
    }

    /** Null when nobody signed in with it yet. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** For the console. */
    String line() {
        return String.join(
                " | ",
                cardNumber,
                serial,
                account.loginName(),
                account.enterprise().uscc().value(),
                account.enterprise().name(),
                holder,
                fingerprint,
                boundAt.toString());
    }

    void unbind(Instant now) {
        unboundAt = now;
    }

    boolean bound() {
        return unboundAt == null;
    }
}
