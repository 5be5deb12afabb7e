package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.audit.AuditSealer;

/** Seals what was written to the audit log. */
@ApplicationScoped
class AuditDuty implements Duty {

    @Inject
    private AuditSealer sealer;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void perform() {
        boolean more;
        do {
            more = sealer.sealNext();
        } while (more);
    }
}
