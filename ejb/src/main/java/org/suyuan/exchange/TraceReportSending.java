package org.suyuan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.suyuan.trace.TraceReportSubmitted;

/** Puts a submitted report into the outbox, in the transaction of the submit: both are kept or neither. */
@ApplicationScoped
class TraceReportSending {

    @PersistenceContext
    private EntityManager entities;

    void send(@Observes TraceReportSubmitted event) {
        var report = event.report();
        entities.persist(OutboxMessage.of(TraceReportMessage.of(report), report.version()));
    }
}
