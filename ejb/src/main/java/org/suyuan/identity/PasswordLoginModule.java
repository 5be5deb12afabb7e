package org.suyuan.identity;

import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.CredentialExpiredException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.suyuan.shared.Refusal;

/** Signs in with 企业账户 and 密码 (L2); adds the account and its role to the subject. */
public class PasswordLoginModule implements LoginModule {

    /** Option: the {@link PasswordSignIn} to ask. */
    static final String ACCOUNTS = "accounts";

    /** Option: the address that the attempt comes from. */
    static final String ADDRESS = "address";

    /** Option: what the cookie of a known browser says; absent when there is none. */
    static final String BROWSER = "browser";

    private Subject subject;
    private CallbackHandler callbacks;
    private PasswordSignIn accounts;
    private String address;
    private String browser;
    private SignedIn signedIn;

    @Override
    public void initialize(
            Subject subject, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.callbacks = callbacks;
        this.accounts = (PasswordSignIn) options.get(ACCOUNTS);
        this.address = (String) options.get(ADDRESS);
        this.browser = (String) options.get(BROWSER);
    }

    @Override
    public boolean login() throws LoginException {
        var name = new NameCallback("企业账户");
        var password = new PasswordCallback("密码", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw (LoginException) new LoginException("Name and password could not be asked for").initCause(e);
        }
        var result = accounts.signIn(name.getName(), new String(password.getPassword()), address, browser);
        password.clearPassword();
        switch (result.outcome()) {
            case ACCEPTED -> signedIn = new SignedIn(result.loginName(), result.role(), null);
            case THROTTLED -> throw new AccountLockedException("Too many failures from " + address);
            case PASSWORD_OVER -> throw new CredentialExpiredException("The first password is over");
            case BUSY ->
                throw (LoginException)
                        new LoginException("Too many sign in at this moment").initCause(new Refusal("identity.busy"));
            default -> throw new FailedLoginException("Account or password is wrong");
        }
        return true;
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
