package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.Roles;

/** 安全退出, for the audit log; the page ends the session itself. */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
public class SignOut {

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /** @param why when it was not the operator's wish, else null */
    public void note(String why) {
        audit.record(caller.actor(), "identity.signOut", caller.self().loginName(), why);
    }
}
