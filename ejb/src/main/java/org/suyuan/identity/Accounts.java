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
import org.suyuan.shared.Refusal;

/** Accounts and their passwords, for signing in: a wrong password and an unknown account look and last the same. */
@Stateless
@PermitAll
public class Accounts {

    /** Who is signed in and enters the password once more: counted apart from sign-ins, for each account. */
    private static final Origin CONFIRMATION = new Origin("confirmation", true);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private KnownBrowsers browsers;

    @Inject
    private OpenSessions sessions;

    @Inject
    private AccountBook book;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Begins an attempt to sign in: whether it may be made, and with what. */
    public SignInAttempt attempt(String entered, String address, String browser) {
        var loginName = entered.strip().toLowerCase(Locale.ROOT);
        var origin = browsers.origin(loginName, browser, address);
        if (throttle.refuses(counted(loginName), origin, time.now())) {
            note(loginName, address, "identity.signInThrottled", null);
            return new SignInAttempt(loginName, address, origin, true, null);
        }
        var hash = book.usable(loginName).map(Account::passwordHash).orElse(null);
        return new SignInAttempt(loginName, address, origin, false, hash);
    }

    /** Ends an attempt whose password was not compared, since too many others wait; it counts as if it had failed. */
    public void turnedAway(SignInAttempt attempt) {
        throttle.failed(counted(attempt.loginName()), attempt.origin(), time.now());
        note(attempt.loginName(), attempt.address(), "identity.signInThrottled", "busy");
    }

    /** Ends an attempt that failed. */
    public SignIn refuse(SignInAttempt attempt) {
        throttle.failed(counted(attempt.loginName()), attempt.origin(), time.now());
        note(attempt.loginName(), attempt.address(), "identity.signInFailed", null);
        return SignIn.refused();
    }

    /**
     * Ends an attempt with the right password.
     *
     * @param hash of the password from now on
     */
    public SignIn accept(SignInAttempt attempt, String hash) {
        var found = book.usable(attempt.loginName())
                .filter(account -> account.passwordHash().equals(attempt.hash()));
        if (found.isEmpty()) { // changed while the password was compared
            return refuse(attempt);
        }
        var account = found.get();
        if (account.isPasswordOver(time.now())) {
            note(attempt.loginName(), attempt.address(), "identity.firstPasswordOver", null);
            return SignIn.passwordOver();
        }
        throttle.succeeded(account.loginName(), attempt.origin());
        account.signedIn(time.now());
        account.rehash(hash);
        audit.record(
                new Actor(account.loginName(), account.enterprise().uscc().value(), attempt.address()),
                "identity.signIn",
                account.loginName(),
                "password");
        return SignIn.accepted(account.loginName(), account.role(), null);
    }

    /** @return false when the own password was entered wrongly too often just now */
    public boolean mayConfirm(String loginName) {
        return !throttle.refuses(loginName, CONFIRMATION, time.now());
    }

    /** Somebody who is signed in did not know the password. */
    public void notConfirmed(Actor actor) {
        throttle.failed(actor.name(), CONFIRMATION, time.now());
        audit.record(actor, "identity.passwordNotConfirmed", actor.name(), null);
    }

    /** The operator chose a new password; all sessions are over. */
    public void changePassword(Actor actor, String hash) {
        var account = book.find(actor.name()).orElseThrow();
        account.changePassword(hash);
        book.tell(account, account.email(), "密码已修改。");
        throttle.succeeded(actor.name(), CONFIRMATION);
        audit.record(actor, "identity.changePassword", actor.name(), null);
    }

    /**
     * The operator has another mail address, or none any more.
     *
     * @param email null for none
     */
    public void changeEmail(Actor actor, String email) {
        var account = book.find(actor.name()).orElseThrow();
        book.tell(account, account.email(), "用于找回密码的电子邮箱已更改。");
        account.changeEmail(email);
        throttle.succeeded(actor.name(), CONFIRMATION);
        audit.record(actor, "identity.changeEmail", actor.name(), email);
    }

    private void note(String loginName, String address, String action, String detail) {
        audit.record(new Actor(counted(loginName), null, address), action, null, detail);
    }

    /** All sessions of the account are over. */
    public void signOutElsewhere(Actor actor) {
        book.find(actor.name()).orElseThrow().endSessions();
        throttle.succeeded(actor.name(), CONFIRMATION);
        audit.record(actor, "identity.signOutElsewhere", actor.name(), null);
    }

    /** @throws Refusal when it is over already, or none of this account */
    public void endSession(Actor actor, long session) {
        throttle.succeeded(actor.name(), CONFIRMATION);
        if (!sessions.end(session, actor.name())) {
            throw new Refusal("identity.sessionOver");
        }
        audit.record(actor, "identity.endSession", actor.name(), String.valueOf(session));
    }

    /** The operator at work for the enterprise of the account. */
    public Optional<Operator> operator(String loginName) {
        return book.usable(loginName).map(Operator::of);
    }

    /** Opens a demo account; its enterprise becomes known to the portal when it is new. */
    public void openTraining(String loginName, String passwordHash, Enterprise enterprise, String role) {
        var known = book.enterprise(enterprise.uscc()).orElse(enterprise);
        entities.persist(known);
        entities.persist(Account.training(loginName, passwordHash, known, role, time.now()));
    }

    /** Whatever was entered, as names of accounts are kept. */
    static String counted(String loginName) {
        var plain = loginName.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 50 ? plain : plain.substring(0, 50);
    }
}
