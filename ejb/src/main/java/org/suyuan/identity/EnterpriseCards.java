package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardChallenges;
import org.suyuan.identity.card.CardChallenges.Purpose;
import org.suyuan.identity.card.CardRefusal;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.identity.card.CardTrust;
import org.suyuan.identity.card.CardVerifier;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/**
 * 卡管理 (U7): the administrator of an enterprise sees its cards, takes them out of use, and binds those that he has in hand
 * and whose certificate names the enterprise. Others are bound by the staff of the portal ({@link CardDesk}), who check whose
 * they are.
 */
@Stateless
@RolesAllowed(Roles.ENTERPRISE_ADMIN)
public class EnterpriseCards {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Cards cards;

    @Inject
    private CardChallenges challenges;

    @Inject
    private CardTrust trust;

    @Inject
    private CardConnection connection;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** The cards of the enterprise that may be signed in with, by account. */
    public List<Card> all() {
        return entities.createQuery(
                        "select c from Card c join fetch c.account a where a.enterprise.id = :owner and c.unboundAt is null"
                                + " order by a.loginName, c.boundAt, c.id",
                        Card.class)
                .setParameter("owner", caller.self().enterpriseId())
                .getResultList();
    }

    /** Gives the card in the administrator's reader something to sign. */
    public String pose() {
        return challenges.pose(Purpose.BIND);
    }

    /**
     * Binds the card that signed what it was asked to.
     *
     * @throws CardRefused when it would not sign in either
     * @throws Refusal when it names no enterprise or another one, or was bound before
     */
    public void bind(CardCredential answer, String loginName) throws CardRefused {
        noted(() -> {
            var now = time.now();
            if (!challenges.use(Purpose.BIND, answer.challenge(), now)) {
                throw new CardRefused(CardRefusal.CHALLENGE, "unknown, used or too old");
            }
            var certificate = CardCertificate.read(answer.certificate());
            CardVerifier.require(certificate, answer.signature(), answer.challenge(), trust.trusted(), now);
            bind(certificate, loginName);
        });
    }

    /**
     * Binds the card that opened the connection.
     *
     * @throws CardRefused when it would not sign in either
     * @throws Refusal when it names no enterprise or another one, or was bound before
     */
    public void bindConnected(String loginName) throws CardRefused {
        noted(() -> {
            var certificate = connection.certificate(request);
            CardVerifier.requireGood(certificate, trust.trusted(), time.now());
            bind(certificate, loginName);
        });
    }

    private interface Binding {
        void run() throws CardRefused;
    }

    private void noted(Binding binding) throws CardRefused {
        try {
            binding.run();
        } catch (CardRefused refused) {
            audit.record(caller.actor(), "identity.cardRefused", null, refused.refusal() + ": " + refused.getMessage());
            throw refused;
        }
    }

    private void bind(CardCertificate certificate, String loginName) {
        var own = entities.createQuery(
                        "select a.loginName from Account a where a.loginName = :name and a.enterprise.id = :owner",
                        String.class)
                .setParameter("name", loginName)
                .setParameter("owner", caller.self().enterpriseId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal("identity.unknownAccount", loginName));
        if (certificate.organisationCode().isEmpty()) {
            throw new Refusal("card.namesNoEnterprise", certificate.serial());
        }
        cards.bind(certificate, own, caller.actor());
    }

    /**
     * The card signs nobody in from now on, and whoever works with it is out.
     *
     * @throws Refusal when the enterprise has no such card
     */
    public void unbind(String serial) {
        cards.unbind(serial, Optional.of(caller.self().enterpriseId()), caller.actor());
    }
}
