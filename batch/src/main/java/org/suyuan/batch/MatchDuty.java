package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.matching.MatchMails;
import org.suyuan.matching.Matching;
import org.suyuan.shared.Leases;

/** Matches what imports have stored, a transaction at a time, until nothing waits; then writes to those who wish it. */
@ApplicationScoped
class MatchDuty implements Duty {

    @Inject
    private Matching matching;

    @Inject
    private MatchMails mails;

    @Inject
    private Leases leases;

    @Override
    public String name() {
        return "match-risks";
    }

    @Override
    public void perform() {
        boolean more = true;
        while (more && leases.hold(name())) {
            more = matching.takeNotices() | matching.takeDeclarations();
        }
        mails.write();
    }
}
