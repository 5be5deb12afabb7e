package org.suyuan.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.suyuan.shared.BusinessTime;

/** Writes one event for each human act, file and message, in the transaction of the act itself. Called by every use case. */
@Stateless
@PermitAll
public class AuditLog {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BusinessTime time;

    /**
     * @param action what was done, as {@code context.verb}: {@code trace.submit}
     * @param subject what it was done to, by its business key: a 统一编号, a file name
     */
    public void record(Actor actor, String action, String subject, String detail) {
        entities.persist(new AuditEvent(time.now(), actor, action, subject, detail));
    }

    /** The events of one subject, oldest first; for tests and administrators, never for pages. */
    public List<AuditEvent> eventsOf(String subject) {
        return entities.createQuery(
                        "select e from AuditEvent e where e.subject = :subject order by e.id", AuditEvent.class)
                .setParameter("subject", subject)
                .getResultList();
    }
}
