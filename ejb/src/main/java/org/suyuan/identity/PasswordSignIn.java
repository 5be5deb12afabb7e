package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.shared.Refusal;

/** 账号登录: looks whether the attempt may be made, compares the password, notes what came of it. */
@ApplicationScoped
class PasswordSignIn {

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private PasswordQueue queue;

    /**
     * @param address where the attempt comes from
     * @param browser what the cookie of a known browser says, or null
     */
    SignIn signIn(String entered, String password, String address, String browser) {
        var attempt = accounts.attempt(entered, address, browser);
        if (attempt.throttled()) {
            return SignIn.throttled();
        }
        try {
            return attempt.origin().known()
                    ? queue.forKnown(() -> compare(attempt, password))
                    : queue.forStranger(address, () -> compare(attempt, password));
        } catch (Refusal tooMany) {
            accounts.turnedAway(attempt);
            return SignIn.busy();
        }
    }

    private SignIn compare(SignInAttempt attempt, String password) {
        if (attempt.hash() == null) {
            hashes.matchNothing(password);
            return accounts.refuse(attempt);
        }
        if (!hashes.matches(password, attempt.hash())) {
            return accounts.refuse(attempt);
        }
        return accounts.accept(attempt, hashes.isOutdated(attempt.hash()) ? hashes.of(password) : attempt.hash());
    }
}
