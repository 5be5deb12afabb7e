package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.suyuan.shared.BusinessTime;

/** Removes what no longer counts for signing in. Called by a duty. */
@Stateless
@PermitAll
public class Forgetting {

    @Inject
    private SignInThrottle throttle;

    @Inject
    private PasswordResetBook resets;

    @Inject
    private OpenSessions sessions;

    @Inject
    private BusinessTime time;

    public void forget() {
        throttle.forget(time.now());
        resets.forget();
        sessions.forget();
    }
}
