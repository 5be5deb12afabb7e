package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.Roles;

/** What somebody who is signed in asked for in vain, for the audit log. */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
public class DeniedAccess {

    private static final int LONGEST = 100;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /** @param path without what follows the question mark */
    public void note(String path) {
        audit.record(
                caller.actor(), "identity.accessDenied", path.substring(0, Math.min(path.length(), LONGEST)), null);
    }
}
