package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.suyuan.audit.AuditChain;
import org.suyuan.audit.AuditSealer;

/** Seals what was written to the audit log. */
@ApplicationScoped
class AuditDuty implements Duty {

    @Inject
    private AuditSealer sealer;

    @Inject
    private AuditChain chain;

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

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(chain.end().unsealed());
    }
}
