package org.suyuan.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.suyuan.audit.Actor;

/** Who calls the use case now. Every owned query asks here whose records it may see. */
@RequestScoped
public class Caller {

    @Inject
    private SecurityContext security;

    @Inject
    private Accounts accounts;

    @Inject
    private HttpServletRequest request;

    private Operator operator;

    /** @throws IllegalStateException when nobody is signed in; use cases declare their roles, so that this cannot be */
    public Operator operator() {
        return signedIn().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public Optional<Operator> signedIn() {
        if (operator == null && security.getCallerPrincipal() != null) {
            operator =
                    accounts.operator(security.getCallerPrincipal().getName()).orElse(null);
        }
        return Optional.ofNullable(operator);
    }

    /** Number of the card that the caller is signed in with. */
    public Optional<String> card() {
        return PortalAuthenticationMechanism.signedIn(request).map(SignedIn::card);
    }

    /** The caller as the audit log knows him. */
    public Actor actor() {
        var caller = operator();
        return new Actor(caller.loginName(), caller.uscc().value(), request.getRemoteAddr(), card().orElse(null));
    }
}
