package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Signs people in and keeps them signed in: who it is stands in the HTTP session, which the nodes of a cluster share,
 * and is told to the container anew on every request. (The ready-made form mechanism loses the roles on another node.)
 */
@ApplicationScoped
public class PortalAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** Request attribute: true when the attempt was refused for too many failures. */
    public static final String THROTTLED = "org.suyuan.identity.throttled";

    /** Request attribute: the {@link org.suyuan.identity.card.CardRefusal}, when a card was refused. */
    public static final String CARD_REFUSAL = "org.suyuan.identity.cardRefusal";

    private static final String SIGNED_IN = "org.suyuan.identity.signedIn";

    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return signIn(credential, request, context);
        }
        var known = signedIn(request);
        if (known.isPresent()) {
            return context.notifyContainerAboutLogin(
                    known.get().loginName(), Set.of(known.get().role()));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return "partial/ajax".equals(request.getHeader("Faces-Request"))
                ? redirectOfScript(signInPage(request), response)
                : context.redirect(signInPage(request));
    }

    /** Who is signed in in this session. */
    static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (SignedIn) session.getAttribute(SIGNED_IN));
    }

    private AuthenticationStatus signIn(Credential credential, HttpServletRequest request, HttpMessageContext context) {
        var result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            request.setAttribute(THROTTLED, result.getStatus() == CredentialValidationResult.Status.NOT_VALIDATED);
            return AuthenticationStatus.SEND_FAILURE;
        }
        request.getSession(true);
        request.changeSessionId();
        var role = result.getCallerGroups().iterator().next();
        var signedIn = new SignedIn(result.getCallerPrincipal().getName(), role, result.getCallerUniqueId());
        request.getSession().setAttribute(SIGNED_IN, signedIn);
        return context.notifyContainerAboutLogin(result);
    }

    /** A script that posts in the background would swallow an ordinary redirect, and its button would seem dead. */
    private static AuthenticationStatus redirectOfScript(String page, HttpServletResponse response) {
        response.setContentType("text/xml;charset=UTF-8");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + page
                            + "\"/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The sign-in page, told where the user wanted to go. */
    private static String signInPage(HttpServletRequest request) {
        var query = request.getQueryString();
        var target = request.getRequestURI() + (query == null ? "" : "?" + query);
        return request.getContextPath() + "/login?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}
