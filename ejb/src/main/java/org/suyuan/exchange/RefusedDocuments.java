package org.suyuan.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;

/** Notes which single documents from customs could not be read. Called by the jobs that read them. */
@Stateless
@PermitAll
public class RefusedDocuments {

    @Inject
    private AuditLog audit;

    public void note(String fileName, String reason) {
        audit.record(Actor.system("customs"), "exchange.quarantined", fileName, reason);
    }
}
