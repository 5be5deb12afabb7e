package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.CredentialExpiredException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.Refusal;

/** Hands a credential to the JAAS login module made for it. */
@ApplicationScoped
public class PortalIdentityStore implements IdentityStore {

    @Inject
    private PasswordSignIn passwords;

    @Inject
    private ClientAddress clients;

    @Inject
    private Cards cards;

    @Inject
    private CardConnection connection;

    @Inject
    private HttpServletRequest request;

    /** Called by Jakarta Security for a password credential. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        CallbackHandler answers = callbacks -> {
            for (var callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(credential.getCaller());
                } else if (callback instanceof PasswordCallback password) {
                    password.setPassword(credential.getPassword().getValue());
                }
            }
        };
        var options = new HashMap<String, Object>();
        options.put(PasswordLoginModule.ACCOUNTS, passwords);
        options.put(PasswordLoginModule.ADDRESS, clients.of(request));
        options.put(PasswordLoginModule.BROWSER, BrowserCookie.of(request));
        return login(PasswordLoginModule.class.getName(), options, answers);
    }

    /** Called by Jakarta Security for what a card control answered. */
    public CredentialValidationResult validate(CardCredential credential) {
        return loginWithCard(card -> card.answer(credential));
    }

    /** Called by Jakarta Security for a card that opened the connection. */
    public CredentialValidationResult validate(ConnectedCard credential) {
        CardCertificate certificate;
        try {
            certificate = connection.certificate(request);
        } catch (CardRefused none) {
            request.setAttribute(PortalAuthenticationMechanism.CARD_REFUSAL, none.refusal());
            return CredentialValidationResult.INVALID_RESULT;
        }
        return loginWithCard(card -> card.connected(certificate));
    }

    private CredentialValidationResult loginWithCard(Consumer<CardLoginModule.CardCallback> answering) {
        CallbackHandler answers = callbacks -> {
            for (var callback : callbacks) {
                if (callback instanceof CardLoginModule.CardCallback card) {
                    answering.accept(card);
                }
            }
        };
        Map<String, Object> options =
                Map.of(CardLoginModule.CARDS, cards, CardLoginModule.ADDRESS, clients.of(request));
        return login(CardLoginModule.class.getName(), options, answers);
    }

    private CredentialValidationResult login(String module, Map<String, Object> options, CallbackHandler answers) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(getClass().getClassLoader()); // JAAS loads the login module through it
        try {
            var subject = new Subject();
            new LoginContext("suyuan", subject, answers, only(module, options)).login();
            var signedIn = subject.getPrincipals(SignedIn.class).iterator().next();
            request.setAttribute(PortalAuthenticationMechanism.USED_CARD, signedIn.card());
            return new CredentialValidationResult(signedIn.loginName(), Set.of(signedIn.role()));
        } catch (AccountLockedException e) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        } catch (CredentialExpiredException e) {
            request.setAttribute(PortalAuthenticationMechanism.PASSWORD_OVER, true);
            return CredentialValidationResult.INVALID_RESULT;
        } catch (LoginException e) {
            if (e.getCause() instanceof Refusal) {
                request.setAttribute(PortalAuthenticationMechanism.BUSY, true);
            }
            if (e.getCause() instanceof CardRefused refused) {
                request.setAttribute(PortalAuthenticationMechanism.CARD_REFUSAL, refused.refusal());
            }
            return CredentialValidationResult.INVALID_RESULT;
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static Configuration only(String module, Map<String, Object> options) {
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(module, LoginModuleControlFlag.REQUIRED, options)
                };
            }
        };
    }
}
