package org.suyuan.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.suyuan.identity.Caller;
import org.suyuan.shared.Refusal;

/** Reports of the caller's enterprise that were not deleted: the one door through which any report is loaded for a person. */
@ApplicationScoped
class OwnedReports {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    Optional<TraceReport> find(String unifiedNo) {
        return entities.createQuery(
                        "select r from TraceReport r where r.unifiedNo = :number and r.enterprise.id = :owner"
                                + " and r.status <> :deleted",
                        TraceReport.class)
                .setParameter("number", unifiedNo)
                .setParameter("owner", caller.operator().enterpriseId())
                .setParameter("deleted", TraceStatus.DELETED)
                .getResultStream()
                .findFirst();
    }

    /** @param lockVersion state that the caller saw; any other is refused, so that nobody overwrites what he has not seen */
    TraceReport forChange(String unifiedNo, int lockVersion) {
        var report = find(unifiedNo).orElseThrow(() -> new Refusal("trace.unknown", unifiedNo));
        if (report.lockVersion() != lockVersion) {
            throw new Refusal("trace.changedMeanwhile", unifiedNo);
        }
        return report;
    }
}
