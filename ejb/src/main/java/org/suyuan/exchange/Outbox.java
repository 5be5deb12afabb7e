package org.suyuan.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;

/** The messages that wait for customs, step by step. Called by {@link OutboxDispatch}, {@link ReceiptIntake} and {@link MessageDesk} only. */
@Stateless
@PermitAll
public class Outbox {

    private static final List<OutboxMessage.State> OPEN =
            List.of(OutboxMessage.State.WAITING, OutboxMessage.State.STAGED);
    private static final String ANSWER = "select r.id from Receipt r where r.businessKey = m.businessKey"
            + " and r.version = m.version and r.code not in ('1', '2', '3', '4', '300', '399')"; // those tell of the
    // way only
    private static final int MOST_SHOWN = 100;
    private static final Duration NEVER_ANSWERED = Duration.ofDays(90);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Subjects subjects;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Messages to be handed over now, oldest first, by id; new ones at once, whatever the clock of their node says. */
    public List<Long> due(int most) {
        return entities.createQuery(
                        "select m.id from OutboxMessage m where m.state in :open"
                                + " and (m.attempts = 0 or m.nextAttemptAt <= :now) order by m.id",
                        Long.class)
                .setParameter("open", OPEN)
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList();
    }

    public OutboxMessage message(long id) {
        return entities.find(OutboxMessage.class, id);
    }

    /**
     * A new attempt at handing over begins; those before it can no longer be noted as staged.
     *
     * @return false when one of them was meanwhile
     */
    public boolean begin(long id, String attempt) {
        return locked(id).begin(attempt);
    }

    /** @return false when another attempt has begun meanwhile: this one must leave the message alone */
    public boolean staged(long id, String attempt) {
        return locked(id).staged(attempt);
    }

    public void sent(long id, String attempt) {
        var message = locked(id);
        if (message.sent(attempt, time.now())) {
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
        locked(messageId).ifPresent(found -> found.sendAgain(time.now()));
    }

    /** What customs has lost goes out once more, by order of the portal's staff; what it has answered does not. */
    public void resend(String messageId) {
        var message = locked(messageId).orElseThrow(() -> new Refusal("console.unknownMessage", messageId));
        if (isAnswered(message)) {
            throw new Refusal("console.answered", messageId);
        }
        message.resend(time.now());
        audit.record(Actor.system("console"), "exchange.resend", message.businessKey(), messageId);
    }

    public long waitingCount() {
        return entities.createQuery("select count(m) from OutboxMessage m where m.state in :open", Long.class)
                .setParameter("open", OPEN)
                .getSingleResult();
    }

    /** The oldest of those that wait. */
    public List<OutboxMessage> waiting() {
        return entities.createQuery(
                        "select m from OutboxMessage m where m.state in :open order by m.id", OutboxMessage.class)
                .setParameter("open", OPEN)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /** The oldest of those that were sent longer ago than this, and that customs has never answered. */
    public List<OutboxMessage> unanswered(Duration longerThan) {
        var now = time.now();
        return entities.createQuery(
                        "select m from OutboxMessage m where m.state = :sent and m.nextAttemptAt > :first"
                                + " and m.nextAttemptAt < :last and m.sentAt < :last and m.messageType in :types"
                                + " and not exists (" + ANSWER + ") order by m.nextAttemptAt",
                        OutboxMessage.class)
                .setParameter("sent", OutboxMessage.State.SENT)
                .setParameter("first", now.minus(NEVER_ANSWERED))
                .setParameter("last", now.minus(longerThan))
                .setParameter("types", List.of(TraceReportMessage.TYPE, RecallRoundMessage.TYPE))
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    private boolean isAnswered(OutboxMessage message) {
        return !entities.createQuery(
                        "select m.id from OutboxMessage m where m = :message and exists (" + ANSWER + ")", Long.class)
                .setParameter("message", message)
                .getResultList()
                .isEmpty();
    }

    private Optional<OutboxMessage> locked(String messageId) {
        return entities.createQuery("select m from OutboxMessage m where m.messageId = :messageId", OutboxMessage.class)
                .setParameter("messageId", messageId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private OutboxMessage locked(long id) {
        return entities.find(OutboxMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
