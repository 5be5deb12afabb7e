package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.FilingPolicy;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;

/**
 * Who calls the use case now, and for whom. Every owned query asks here whose records it may see. An agent acts for the
 * principal that it has chosen as long as the principal's authorisation holds: that is looked up anew for each request. A
 * regulator sees the records of the enterprise that he has chosen. What was found out is kept for the request.
 */
@ApplicationScoped
public class Caller {

    private static final String ACTS_FOR = "org.suyuan.identity.actsFor";

    /** What stands in the session: bound to the account, so that the next one who signs in does not inherit it. */
    private record ActsFor(String loginName, long principalId, String principalName) implements Serializable {}

    @Inject
    private SecurityContext security;

    @Inject
    private Accounts accounts;

    @Inject
    private Principals principals;

    @Inject
    private AccountBook book;

    @Inject
    private AuditLog audit;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ClientAddress clients;

    @Inject
    private CallerFound found;

    /**
     * The operator for the enterprise whose records are at hand: the own one, or the principal.
     *
     * @throws IllegalStateException when nobody is signed in; use cases declare their roles, so that this cannot be
     */
    public Operator operator() {
        return signedIn().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** The operator for the own enterprise, whomever it acts for: for what cannot be entrusted to agents. */
    public Operator self() {
        operator();
        return found.self();
    }

    public Optional<Operator> signedIn() {
        if (found.operator() == null && security.getCallerPrincipal() != null) {
            accounts.operator(security.getCallerPrincipal().getName())
                    .ifPresent(self -> found.isFor(self, chosen(self)));
        }
        return Optional.ofNullable(found.operator());
    }

    private Operator chosen(Operator self) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACTS_FOR) instanceof ActsFor choice)
                || !choice.loginName().equals(self.loginName())) {
            return self;
        }
        return principal(self, choice.principalId()).orElseGet(() -> {
            session.removeAttribute(ACTS_FOR);
            found.ended(choice.principalName());
            return self;
        });
    }

    private Optional<Operator> principal(Operator self, long id) {
        if (self.regulator()) {
            return book.supervised(id).map(self::lookingAt);
        }
        return card().isPresent() ? principals.find(self, id) : Optional.empty();
    }

    /** Name of the principal whose authorisation was found to have ended in this very request. */
    public Optional<String> endedFor() {
        signedIn();
        return Optional.ofNullable(found.endedFor());
    }

    /** Number of the card that the caller is signed in with. */
    public Optional<String> card() {
        return usedCard().map(UsedCard::number);
    }

    /** The card that the caller is signed in with. */
    public Optional<UsedCard> usedCard() {
        return PortalAuthenticationMechanism.session(request).map(PortalAuthenticationMechanism.Session::card);
    }

    /** Number of the session that calls. */
    long session() {
        return PortalAuthenticationMechanism.session(request).orElseThrow().number();
    }

    /** From the next request on the caller acts for this principal. */
    Operator actFor(long principalId) {
        if (card().isEmpty()) {
            throw new Refusal("agent.cardNeeded");
        }
        return choose(principalId).orElseThrow(() -> new Refusal("agent.unknown"));
    }

    /** From the next request on the regulator sees the records of this enterprise. */
    Operator lookAt(long enterpriseId) {
        return choose(enterpriseId).orElseThrow(() -> new Refusal("regulator.unknown"));
    }

    private Optional<Operator> choose(long enterpriseId) {
        var self = self();
        var chosen = principal(self, enterpriseId);
        chosen.ifPresent(principal -> request.getSession()
                .setAttribute(ACTS_FOR, new ActsFor(self.loginName(), enterpriseId, principal.enterpriseName())));
        return chosen;
    }

    /** From the next request on the caller acts for the own enterprise, a regulator looks at none. */
    void actForSelf() {
        request.getSession().removeAttribute(ACTS_FOR);
    }

    /** Refuses, in words, what the caller may not do: for lack of a card, or for whom it acts. */
    void require(Scope scope) {
        if (scope == Scope.READ) {
            return;
        }
        var operator = operator();
        if (operator.regulator()) {
            throw new Refusal("regulator.readsOnly");
        }
        if (found.endedFor() != null) {
            throw new Refusal("agent.ended", found.endedFor());
        }
        if (settings.filingPolicy() == FilingPolicy.STRICT && card().isEmpty()) {
            throw new Refusal("filing.cardNeeded");
        }
        if (!operator.isEntrustedWith(scope)) {
            throw scope == Scope.TRACE
                    ? new Refusal("agent.noTrace", operator.enterpriseName())
                    : new Refusal("agent.noRecall", operator.enterpriseName());
        }
    }

    /**
     * What a regulator reads of an enterprise is noted, each record once a request.
     *
     * @param query what is asked, by bean and method
     * @param subject business key of the one record that is asked for, or null
     */
    void noteReading(String query, String subject) {
        if (operator().regulator() && found.isNews(subject == null ? query : subject)) {
            audit.record(actor(), "regulator.read", subject, query);
        }
    }

    /** The caller as the audit log knows him: always of the own enterprise, with the principal beside it. */
    public Actor actor() {
        var caller = self();
        return new Actor(
                caller.loginName(),
                caller.uscc().value(),
                clients.of(request),
                card().orElse(null),
                operator().enterpriseId() == caller.enterpriseId()
                        ? null
                        : operator().uscc().value());
    }
}
