package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;

/** Sign-ins that are refused for a while after too many failures (U11). Called by the console only. */
@Stateless
@PermitAll
public class SignInLocks {

    private static final Actor CONSOLE = Actor.system("console");

    @Inject
    private SignInThrottle throttle;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    public List<String> locked() {
        return throttle.locked(time.now());
    }

    /** Lets the account be tried again, from everywhere, at once. */
    public void unlockAccount(String loginName) {
        unlock(throttle.forgetAccount(loginName), loginName);
    }

    /** Lets everybody try again from this origin at once. */
    public void unlockOrigin(String origin) {
        unlock(throttle.forgetOrigin(origin), origin);
    }

    private void unlock(int failures, String whose) {
        if (failures == 0) {
            throw new Refusal("console.notLocked", whose);
        }
        audit.record(CONSOLE, "identity.unlock", whose, failures + " failures forgotten");
    }
}
