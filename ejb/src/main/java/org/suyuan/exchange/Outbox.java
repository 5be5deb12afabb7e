package org.suyuan.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;

/** The messages that wait for customs, step by step. Called by {@link OutboxDispatch} and {@link ReceiptIntake} only. */
@Stateless
@PermitAll
public class Outbox {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Subjects subjects;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Messages to be handed over now, oldest first, by id. */
    public List<Long> due(int most) {
        return entities.createQuery(
                        "select m.id from OutboxMessage m where m.state in :open and m.nextAttemptAt <= :now order by m.id",
                        Long.class)
                .setParameter("open", List.of(OutboxMessage.State.WAITING, OutboxMessage.State.STAGED))
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList();
    }

    public OutboxMessage message(long id) {
        return entities.find(OutboxMessage.class, id);
    }

    public void staged(long id) {
        locked(id).staged();
    }

    public void sent(long id) {
        var message = locked(id);
        if (message.sent(time.now())) {
            subjects.dispatched(message, true);
            audit.record(Actor.system("outbox"), "exchange.sent", message.businessKey(), message.messageId());
        }
    }

    public void failed(long id, String error) {
        var message = locked(id);
        if (message.failed(error, time.now())) {
            subjects.dispatched(message, false);
            audit.record(Actor.system("outbox"), "exchange.sendFailed", message.businessKey(), error);
        }
    }

    public void sendAgain(String messageId) {
        Optional<OutboxMessage> message = entities.createQuery(
                        "select m from OutboxMessage m where m.messageId = :messageId", OutboxMessage.class)
                .setParameter("messageId", messageId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        message.ifPresent(found -> found.sendAgain(time.now()));
    }

    private OutboxMessage locked(long id) {
        return entities.find(OutboxMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
