package org.suyuan.identity;

import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardRefused;

/** Signs in with 卡介质 (L3), through the card control or by mutual TLS; adds the account that the card is bound to, its role and the card to the subject. */
public class CardLoginModule implements LoginModule {

    /** Option: the {@link Cards} to ask. */
    static final String CARDS = "cards";

    /** Option: the address that the attempt comes from. */
    static final String ADDRESS = "address";

    /** Asks for what the card control answered, or for the certificate that the connection was opened with. */
    static final class CardCallback implements Callback {

        private CardCredential answer;
        private CardCertificate connected;

        void answer(CardCredential answer) {
            this.answer = answer;
        }

        void connected(CardCertificate connected) {
            this.connected = connected;
        }
    }

    private Subject subject;
    private CallbackHandler callbacks;
    private Cards cards;
    private String address;
    private SignedIn signedIn;

    @Override
    public void initialize(
            Subject subject, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.callbacks = callbacks;
        this.cards = (Cards) options.get(CARDS);
        this.address = (String) options.get(ADDRESS);
    }

    /** @throws LoginException caused by the {@link CardRefused} that says why */
    @Override
    public boolean login() throws LoginException {
        var card = new CardCallback();
        try {
            callbacks.handle(new Callback[] {card});
            var result = card.connected == null
                    ? cards.signIn(card.answer, address)
                    : cards.signInConnected(card.connected, address);
            if (result.outcome() == SignIn.Outcome.THROTTLED) {
                throw new AccountLockedException("Too many failures from " + address);
            }
            signedIn = new SignedIn(result.loginName(), result.role(), result.card());
            return true;
        } catch (IOException | UnsupportedCallbackException e) {
            throw (LoginException) new LoginException("The card could not be asked").initCause(e);
        } catch (CardRefused e) {
            throw (LoginException) new FailedLoginException("The card is refused").initCause(e);
        }
    }

    @Override
    public boolean commit() {
        return signedIn != null && subject.getPrincipals().add(signedIn);
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        if (signedIn != null) {
            subject.getPrincipals().remove(signedIn);
            signedIn = null;
        }
        return true;
    }
}
