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
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.suyuan.identity.card.CardRefusal;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.DatabaseWatch;
import org.suyuan.shared.Roles;
import org.suyuan.shared.Settings;

/**
 * Signs people in and keeps them signed in: who it is stands in the HTTP session, which the nodes of a cluster share,
 * and is told to the container anew on every request, as long as the account and its {@link OpenSession} are. The page's
 * questions whether the card is there are none of these. (The ready-made form mechanism loses the roles on another node.)
 */
@ApplicationScoped
public class PortalAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** Request attribute: true when the attempt was refused for too many failures. */
    public static final String THROTTLED = "org.suyuan.identity.throttled";

    /** Request attribute: present when the attempt was not made, since too many others sign in at this moment. */
    public static final String BUSY = "org.suyuan.identity.busy";

    /** Request attribute: present when the password was right, but a first one that was not used for too long. */
    public static final String PASSWORD_OVER = "org.suyuan.identity.passwordOver";

    /** Request attribute: the {@link org.suyuan.identity.card.CardRefusal}, when a card was refused. */
    public static final String CARD_REFUSAL = "org.suyuan.identity.cardRefusal";

    /** Request attribute: the {@link UsedCard}, when one signed in. */
    static final String USED_CARD = "org.suyuan.identity.usedCard";

    /** Where somebody must choose a new password before anything else. */
    private static final String PASSWORD_PAGE = "/account/password";

    private static final String SIGNED_IN = "org.suyuan.identity.signedIn";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private OpenSessions sessions;

    @Inject
    private DatabaseWatch database;

    @Inject
    private Cards cards;

    @Inject
    private CardConnection connection;

    @Inject
    private KnownBrowsers browsers;

    @Inject
    private Settings settings;

    @Inject
    private ClientAddress clients;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return signIn(credential, request, response, context);
        }
        if (request.getServletPath().equals(CardConnection.THERE)) {
            return context.doNothing();
        }
        if (database.isAbsent()) {
            return context.isProtected() ? withoutDatabase(response) : context.doNothing();
        }
        try {
            return recognised(request, response, context);
        } catch (RuntimeException e) {
            if (database.isCauseOf(e)) {
                return withoutDatabase(response);
            }
            throw e;
        }
    }

    /** Nobody is turned away for good: the session stands, and the same request may come again. */
    private static AuthenticationStatus withoutDatabase(HttpServletResponse response) {
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private AuthenticationStatus recognised(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var known = session(request).filter(session -> !isElsewhere(session, request));
        var cardRefusal = known.flatMap(session -> cardRefusal(session, request));
        if (cardRefusal.isPresent()) {
            cards.noteEnd(known.get().loginName(), known.get().card(), cardRefusal.get(), clients.of(request));
            end(known.get(), request);
            known = Optional.empty();
        }
        if (known.isPresent()) {
            var session = known.get();
            var account = sessions.seen(session.number());
            if (account.isPresent()) {
                return session.card() == null
                                && account.get().mustChangePassword()
                                && context.isProtected()
                                && !isPasswordPage(request)
                        ? toPage(request.getContextPath() + PASSWORD_PAGE, request, response, context)
                        : context.notifyContainerAboutLogin(
                                session.loginName(),
                                Roles.impliedBy(account.get().role()));
            }
            end(session, request);
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return toPage(signInPage(request, cardRefusal), request, response, context);
    }

    /** A session that a card's connection bears is none on the other listeners, whose requests bear its cookie too. */
    private boolean isElsewhere(Session session, HttpServletRequest request) {
        return session.card() != null && session.card().connected() && !connection.isForCards(request);
    }

    private Optional<CardRefusal> cardRefusal(Session session, HttpServletRequest request) {
        if (session.card() == null) {
            return Optional.empty();
        }
        return session.card().connected() && !connection.isOf(session.card(), request)
                ? Optional.of(CardRefusal.NO_CERTIFICATE)
                : cards.refusal(session.card());
    }

    /** What stands in this session when somebody is signed in. */
    static Optional<Session> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (Session) session.getAttribute(SIGNED_IN));
    }

    private static AuthenticationStatus toPage(
            String page, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"))
                ? redirectOfScript(page, response)
                : context.redirect(page);
    }

    private static boolean isPasswordPage(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + PASSWORD_PAGE);
    }

    private AuthenticationStatus signIn(
            Credential credential,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        var result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            request.setAttribute(THROTTLED, result.getStatus() == CredentialValidationResult.Status.NOT_VALIDATED);
            return AuthenticationStatus.SEND_FAILURE;
        }
        var loginName = result.getCallerPrincipal().getName();
        leaveTo(loginName, request);
        begin(loginName, (UsedCard) request.getAttribute(USED_CARD), request);
        remember(loginName, request, response);
        return context.notifyContainerAboutLogin(
                result.getCallerPrincipal(),
                Roles.impliedBy(result.getCallerGroups().iterator().next()));
    }

    /** This browser is known from now on: its user has proved to be the one of the account. */
    public void remember(String loginName, HttpServletRequest request, HttpServletResponse response) {
        BrowserCookie.set(
                response,
                browsers.remember(loginName, BrowserCookie.of(request), clients.of(request)),
                settings.isSecure());
    }

    /** Goes on with this session alone, after the account has ended all of its sessions. */
    public void renew(HttpServletRequest request) {
        request.changeSessionId();
        sessions.goOn(session(request).orElseThrow().number());
    }

    /** Nobody finds what another account left in this session. */
    private void leaveTo(String loginName, HttpServletRequest request) {
        session(request).ifPresent(session -> {
            if (session.loginName().equals(loginName)) {
                sessions.end(session.number(), loginName);
            } else {
                end(session, request);
            }
        });
    }

    private void end(Session session, HttpServletRequest request) {
        sessions.end(session.number(), session.loginName());
        request.getSession().invalidate();
    }

    private void begin(String loginName, UsedCard card, HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        var number = sessions.begin(
                loginName, card == null ? null : card.number(), clients.of(request), request.getHeader("User-Agent"));
        request.getSession().setAttribute(SIGNED_IN, new Session(number, loginName, card));
    }

    /** A script that posts in the background would swallow an ordinary redirect, and its button would seem dead. */
    private static AuthenticationStatus redirectOfScript(String page, HttpServletResponse response) {
        response.setContentType("text/xml;charset=UTF-8");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + page.replace("&", "&amp;")
                            + "\"/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The sign-in page, told where the user wanted to go, and why his card ended the session. */
    private String signInPage(HttpServletRequest request, Optional<CardRefusal> why) {
        var query = request.getQueryString();
        var target = request.getRequestURI() + (query == null ? "" : "?" + query);
        return request.getContextPath() + "/login?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8)
                + (connection.isForCards(request) ? "&way=certificate" : why.isPresent() ? "&way=card" : "")
                + why.map(refusal -> "&ended=" + refusal).orElse("");
    }

    /**
     * What the HTTP session keeps.
     *
     * @param number of the {@link OpenSession}
     * @param card that was signed in with, or null
     */
    record Session(long number, String loginName, UsedCard card) implements Serializable {}
}
