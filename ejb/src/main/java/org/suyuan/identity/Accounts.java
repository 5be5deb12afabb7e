package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Roles;
import org.suyuan.shared.Settings;

/** Accounts and their passwords, for signing in: a wrong password and an unknown account look and last the same. */
@Stateless
@PermitAll
public class Accounts {

    /** OWASP's figure for PBKDF2 with HMAC-SHA-256 is 600,000; NIST's lower bound 10,000. See {@code suyuan.password.iterations}. */
    private static final String ITERATIONS = "210000";

    /** Checked for unknown accounts, so that they cost as much time as known ones. */
    private static final String HASH_OF_NOTHING =
            "PBKDF2WithHmacSHA256:" + ITERATIONS + ":" + Base64.getEncoder().encodeToString(new byte[32]) + ":"
                    + Base64.getEncoder().encodeToString(new byte[32]);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Pbkdf2PasswordHash passwordHash;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** @return what came of it; an account that is locked is not even tried */
    public SignIn signIn(String loginName, String password, String address) {
        var now = time.now();
        if (throttle.refuses(loginName, address, now)) {
            audit.record(new Actor(shortened(loginName), null, address), "identity.signInThrottled", null, null);
            return SignIn.throttled();
        }
        var account = usableAccount(loginName);
        prepareHash();
        var verified = passwordHash.verify(
                password.toCharArray(), account.map(Account::passwordHash).orElse(HASH_OF_NOTHING));
        if (account.isEmpty() || !verified) {
            throttle.failed(shortened(loginName), address, now);
            audit.record(new Actor(shortened(loginName), null, address), "identity.signInFailed", null, null);
            return SignIn.refused();
        }
        throttle.succeeded(loginName, address);
        var enterprise = account.get().enterprise();
        audit.record(
                new Actor(loginName, enterprise.uscc().value(), address), "identity.signIn", loginName, "password");
        return SignIn.accepted(account.get().loginName(), account.get().role(), null);
    }

    /** The operator at work for the enterprise of the account. */
    public Optional<Operator> operator(String loginName) {
        return usableAccount(loginName).map(account -> Operator.of(account.loginName(), account.enterprise(), null));
    }

    /** Opens an account for an operator of this enterprise, which becomes known to the portal when it is new. */
    public void open(String loginName, String password, Enterprise enterprise, boolean training) {
        prepareHash();
        var known = entities.createQuery("select e from Enterprise e where e.uscc = :uscc", Enterprise.class)
                .setParameter("uscc", enterprise.uscc())
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    entities.persist(enterprise);
                    return enterprise;
                });
        if (account(loginName).isEmpty()) {
            entities.persist(new Account(
                    loginName, passwordHash.generate(password.toCharArray()), known, Roles.ENTERPRISE, training));
        }
    }

    private Optional<Account> usableAccount(String loginName) {
        return account(loginName).filter(account -> account.usable(settings.training()));
    }

    private Optional<Account> account(String loginName) {
        return entities.createQuery("select a from Account a where a.loginName = :name", Account.class)
                .setParameter("name", loginName)
                .getResultStream()
                .findFirst();
    }

    private void prepareHash() {
        passwordHash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations", ITERATIONS,
                "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
    }

    private static String shortened(String loginName) {
        return loginName.length() <= 50 ? loginName : loginName.substring(0, 50);
    }
}
