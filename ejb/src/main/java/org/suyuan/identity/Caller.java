package org.suyuan.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.FilingPolicy;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;

/**
 * Who calls the use case now, and for whom. Every owned query asks here whose records it may see. An agent acts for the
 * principal that it has chosen as long as the principal's authorisation holds: that is looked up anew for each request.
 */
@RequestScoped
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
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ClientAddress clients;

    private Operator self;
    private Operator operator;
    private String endedFor;

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
        return self;
    }

    public Optional<Operator> signedIn() {
        if (operator == null && security.getCallerPrincipal() != null) {
            self = accounts.operator(security.getCallerPrincipal().getName()).orElse(null);
            operator = self == null ? null : chosen();
        }
        return Optional.ofNullable(operator);
    }

    private Operator chosen() {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACTS_FOR) instanceof ActsFor choice)
                || !choice.loginName().equals(self.loginName())) {
            return self;
        }
        return principal(choice.principalId()).orElseGet(() -> {
            session.removeAttribute(ACTS_FOR);
            endedFor = choice.principalName();
            return self;
        });
    }

    private Optional<Operator> principal(long id) {
        return card().isPresent() ? principals.find(self, id) : Optional.empty();
    }

    /** Name of the principal whose authorisation was found to have ended in this very request. */
    public Optional<String> endedFor() {
        signedIn();
        return Optional.ofNullable(endedFor);
    }

    /** Number of the card that the caller is signed in with. */
    public Optional<String> card() {
        return usedCard().map(UsedCard::number);
    }

    /** The card that the caller is signed in with. */
    public Optional<UsedCard> usedCard() {
        return PortalAuthenticationMechanism.session(request).map(PortalAuthenticationMechanism.Session::card);
    }

    /** From the next request on the caller acts for this principal. */
    Operator actFor(long principalId) {
        signedIn();
        if (card().isEmpty()) {
            throw new Refusal("agent.cardNeeded");
        }
        var principal = principal(principalId).orElseThrow(() -> new Refusal("agent.unknown"));
        request.getSession()
                .setAttribute(ACTS_FOR, new ActsFor(self.loginName(), principalId, principal.enterpriseName()));
        return principal;
    }

    /** From the next request on the caller acts for the own enterprise. */
    void actForSelf() {
        request.getSession().removeAttribute(ACTS_FOR);
    }

    /** Refuses, in words, what the caller may not do: for lack of a card, or for whom it acts. */
    void require(Scope scope) {
        var agent = operator().agent();
        if (scope == Scope.READ) {
            return;
        }
        if (endedFor != null) {
            throw new Refusal("agent.ended", endedFor);
        }
        if (settings.filingPolicy() == FilingPolicy.STRICT && card().isEmpty()) {
            throw new Refusal("filing.cardNeeded");
        }
        if (agent != null && !agent.scopes().contains(scope)) {
            throw scope == Scope.TRACE
                    ? new Refusal("agent.noTrace", operator.enterpriseName())
                    : new Refusal("agent.noRecall", operator.enterpriseName());
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
                operator.agent() == null ? null : operator.uscc().value());
    }
}
