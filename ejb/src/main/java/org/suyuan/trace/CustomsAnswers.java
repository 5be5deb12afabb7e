package org.suyuan.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.function.Predicate;
import org.suyuan.shared.BusinessTime;

/** What the exchange with customs tells about a report. Called by the exchange only, never by pages. */
@Stateless
@PermitAll
public class CustomsAnswers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private QrGeneration qrGeneration;

    @Inject
    private BusinessTime time;

    /**
     * Applies an answer to the version it names.
     *
     * @return whether the status moved; empty when there is no such report
     */
    public Optional<Boolean> apply(String unifiedNo, int version, CustomsAnswer answer) {
        return change(unifiedNo, report -> report.answered(version, answer), answer);
    }

    /** The gateway took the message of this version, or ({@code taken} false) could not after all its tries. */
    public void dispatched(String unifiedNo, int version, boolean taken) {
        change(unifiedNo, report -> report.dispatched(version, taken), null);
    }

    private Optional<Boolean> change(String unifiedNo, Predicate<TraceReport> change, CustomsAnswer answer) {
        return entities.createQuery("select r from TraceReport r where r.unifiedNo = :number", TraceReport.class)
                .setParameter("number", unifiedNo)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .map(report -> {
                    var moved = change.test(report);
                    if (moved) {
                        entities.persist(new TraceEvent(report, answer, time.now()));
                        qrGeneration.request(report);
                    }
                    return moved;
                });
    }
}
