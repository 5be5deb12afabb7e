package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardChallenges;
import org.suyuan.identity.card.CardChallenges.Purpose;
import org.suyuan.identity.card.CardRefusal;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.identity.card.CardTrust;
import org.suyuan.identity.card.CardVerifier;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;

/** The cards that accounts may be entered with. Called by the login module, the console ({@link CardDesk}) and
 * {@link TrainingCards}. */
@Stateless
@PermitAll
public class Cards {

    private static final int LONGEST_NAME = 50;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountBook book;

    @Inject
    private CardChallenges challenges;

    @Inject
    private CardTrust trust;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * Whatever comes of it, the challenge is used up.
     *
     * @throws CardRefused when the card does not prove whose account to enter
     */
    public SignIn signIn(CardCredential answer, String address) throws CardRefused {
        var now = time.now();
        var inTime = challenges.use(Purpose.LOGIN, answer.challenge(), now);
        CardCertificate certificate;
        try {
            certificate = CardCertificate.read(answer.certificate());
        } catch (CardRefused unreadable) {
            throw refused(unreadable, "card", null, address, now);
        }
        return signIn(certificate, false, address, now, () -> {
            if (!inTime) {
                throw new CardRefused(CardRefusal.CHALLENGE, "unknown, used or too old");
            }
            CardVerifier.require(certificate, answer.signature(), answer.challenge(), trust.trusted(), now);
        });
    }

    /**
     * @param certificate whose key opened the connection
     * @throws CardRefused when the card is none that may enter an account
     */
    public SignIn signInConnected(CardCertificate certificate, String address) throws CardRefused {
        var now = time.now();
        return signIn(
                certificate, true, address, now, () -> CardVerifier.requireGood(certificate, trust.trusted(), now));
    }

    private interface Proof {
        void require() throws CardRefused;
    }

    private SignIn signIn(CardCertificate certificate, boolean connected, String address, Instant now, Proof proof)
            throws CardRefused {
        var serial = certificate.serial();
        var name = ("card " + certificate.fingerprint()).substring(0, LONGEST_NAME);
        if (throttle.refuses(name, origin(address), now)) {
            audit.record(new Actor(name, null, address), "identity.signInThrottled", serial, null);
            return SignIn.throttled();
        }
        try {
            proof.require();
            var card = card(certificate)
                    .filter(Card::bound)
                    .filter(bound -> bound.account().usable(settings.training()))
                    .orElseThrow(() -> new CardRefused(CardRefusal.UNBOUND, certificate.subject()));
            throttle.succeeded(name, origin(address));
            var account = card.account();
            account.signedIn(now);
            card.used(certificate, now);
            audit.record(
                    new Actor(account.loginName(), account.enterprise().uscc().value(), address, card.number()),
                    "identity.signIn",
                    account.loginName(),
                    (connected ? "card by mutual TLS, serial " : "card, serial ") + serial);
            return SignIn.accepted(account.loginName(), account.role(), UsedCard.of(certificate, connected));
        } catch (CardRefused refused) {
            throw refused(refused, name, serial, address, now);
        }
    }

    private CardRefused refused(CardRefused refused, String name, String serial, String address, Instant now) {
        throttle.failed(name, origin(address), now);
        audit.record(
                new Actor(name, null, address),
                "identity.cardRefused",
                serial,
                refused.refusal() + ": " + refused.getMessage());
        return refused;
    }

    private static Origin origin(String address) {
        return new Origin(ClientAddress.neighbour(address), true);
    }

    /** Why a session that began with this card is over by now: it lasts no longer than the card would sign in. */
    public Optional<CardRefusal> refusal(UsedCard used) {
        try {
            var certificate = CardCertificate.read(used.certificate());
            return card(certificate).filter(Card::bound).isEmpty()
                    ? Optional.of(CardRefusal.UNBOUND)
                    : trust.refusal(certificate, time.now());
        } catch (CardRefused unreadable) {
            throw new IllegalStateException(unreadable); // it was read when the session began
        }
    }

    /** For the audit log: the portal ended the session. */
    public void noteEnd(String loginName, UsedCard used, CardRefusal why, String address) {
        audit.record(
                new Actor(loginName, null, address, used.number()), "identity.sessionEnded", loginName, why.name());
    }

    /**
     * Lets the holder of this certificate enter the account from now on.
     *
     * @throws Refusal when there is no such account, when the card was issued to another enterprise than that of the account,
     *     or when it is or was bound already
     */
    public void bind(CardCertificate certificate, String loginName, Actor by) {
        var account = book.find(loginName).orElseThrow(() -> new Refusal("card.unknownAccount", loginName));
        var enterprise = account.enterprise();
        if (certificate
                .organisationCode()
                .filter(code -> !enterprise.uscc().value().startsWith(code, 8))
                .isPresent()) {
            throw new Refusal("card.otherEnterprise", certificate.serial(), enterprise.name());
        }
        if (known(certificate)) {
            throw new Refusal("card.boundBefore", certificate.serial());
        }
        entities.persist(new Card(certificate, account, time.now()));
        audit.record(by, "identity.bindCard", loginName, "serial " + certificate.serial());
    }

    /** Whether this card is bound or was once. */
    public boolean known(CardCertificate certificate) {
        return card(certificate).isPresent();
    }

    /**
     * The card signs nobody in from now on, and its sessions are over.
     *
     * @param owner id of the enterprise whose card it must be; empty for any
     * @throws Refusal when no card with this serial number is bound
     */
    public void unbind(String serial, Optional<Long> owner, Actor by) {
        var found = bound().stream()
                .filter(card -> card.serial().equals(serial))
                .filter(card ->
                        owner.map(card.account().enterprise().id()::equals).orElse(true))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal("card.notBound", serial);
        }
        for (var card : found) {
            card.unbind(time.now());
            audit.record(by, "identity.unbindCard", card.account().loginName(), "serial " + serial);
        }
    }

    /** Cards that may be signed in with, the oldest first. */
    public List<Card> bound() {
        return entities.createQuery(
                        "select c from Card c join fetch c.account a join fetch a.enterprise where c.unboundAt is null"
                                + " order by c.boundAt, c.id",
                        Card.class)
                .getResultList();
    }

    private Optional<Card> card(CardCertificate certificate) {
        return entities.createQuery("select c from Card c where c.fingerprint = :fingerprint", Card.class)
                .setParameter("fingerprint", certificate.fingerprint())
                .getResultStream()
                .findFirst();
    }
}
