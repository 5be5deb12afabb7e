package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.Roles;

/** 安全退出; the page ends the HTTP session itself. */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
public class SignOut {

    @Inject
    private Caller caller;

    @Inject
    private OpenSessions sessions;

    @Inject
    private AuditLog audit;

    /** @param why when it was not the operator's wish, else null */
    public void note(String why) {
        sessions.end(caller.session(), caller.self().loginName());
        audit.record(caller.actor(), "identity.signOut", caller.self().loginName(), why);
    }
}
