package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;

/** Accounts and their passwords, for signing in: a wrong password and an unknown account look and last the same. */
@Stateless
@PermitAll
public class Accounts {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private KnownBrowsers browsers;

    @Inject
    private AccountBook book;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * @param address where the attempt comes from
     * @param browser what the cookie of a known browser says, or null
     * @return what came of it; when there were too many failures, the password is not even tried
     */
    public SignIn signIn(String entered, String password, String address, String browser) {
        var loginName = entered.strip().toLowerCase(Locale.ROOT);
        var origin = browsers.origin(loginName, browser, address);
        var now = time.now();
        if (throttle.refuses(loginName, origin, now)) {
            audit.record(new Actor(shortened(loginName), null, address), "identity.signInThrottled", null, null);
            return SignIn.throttled();
        }
        var account = book.usable(loginName);
        if (!matches(account, password)) {
            throttle.failed(shortened(loginName), origin, now);
            audit.record(new Actor(shortened(loginName), null, address), "identity.signInFailed", null, null);
            return SignIn.refused();
        }
        throttle.succeeded(loginName, origin);
        account.get().signedIn(now);
        if (hashes.isOutdated(account.get().passwordHash())) {
            account.get().rehash(hashes.of(password));
        }
        var enterprise = account.get().enterprise();
        audit.record(
                new Actor(loginName, enterprise.uscc().value(), address), "identity.signIn", loginName, "password");
        return SignIn.accepted(account.get().loginName(), account.get().role(), null);
    }

    private boolean matches(Optional<Account> account, String password) {
        if (account.isEmpty()) {
            hashes.matchNothing(password);
            return false;
        }
        return hashes.matches(password, account.get().passwordHash());
    }

    /** How an account stands now; empty when nobody may be signed in with it. */
    public Optional<AccountState> state(String loginName) {
        return book.usable(loginName)
                .map(account ->
                        new AccountState(account.role(), account.passwordVersion(), account.mustChangePassword()));
    }

    /** The operator at work for the enterprise of the account. */
    public Optional<Operator> operator(String loginName) {
        return book.usable(loginName).map(Operator::of);
    }

    /** Opens a demo account, unless it is there; its enterprise becomes known to the portal when it is new. */
    public void openTraining(String loginName, String password, Enterprise enterprise, String role) {
        if (book.find(loginName).isEmpty()) {
            var known = book.enterprise(enterprise.uscc()).orElse(enterprise);
            entities.persist(known);
            entities.persist(Account.training(loginName, hashes.of(password), known, role, time.now()));
        }
    }

    private static String shortened(String loginName) {
        return loginName.length() <= 50 ? loginName : loginName.substring(0, 50);
    }
}
