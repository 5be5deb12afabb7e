package org.suyuan.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.exchange.Receipt.Outcome;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Sha256;

/** Keeps and applies the receipts of customs. Called by the job {@code import-receipts} only. */
@Stateless
@PermitAll
public class ReceiptIntake {

    private static final String SEND_FAILED = "4";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Subjects subjects;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Takes one receipt; taking it again changes nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome take(ReceiptMessage message) {
        var sha256 = Sha256.of(message.file());
        var earlier = entities.createQuery("select r from Receipt r where r.messageId = :id", Receipt.class)
                .setParameter("id", message.messageId())
                .getResultList();
        if (earlier.stream().anyMatch(receipt -> receipt.sha256().equals(sha256))) {
            return Outcome.REPEATED;
        }
        var outcome = earlier.isEmpty() ? apply(message) : Outcome.CONFLICTING;
        entities.persist(new Receipt(message, sha256, outcome, time.now()));
        audit.record(
                Actor.system("customs"),
                "exchange.receipt",
                message.subject(),
                "version %d, returnStatus %s: %s"
                        .formatted(message.version(), message.answer().code(), outcome));
        return outcome;
    }

    private Outcome apply(ReceiptMessage message) {
        var moved = subjects.answered(message);
        if (moved.isEmpty()) {
            return Outcome.UNKNOWN_REPORT;
        }
        if (moved.get() && message.answer().code().equals(SEND_FAILED)) {
            outbox.sendAgain(message.answeredMessageId());
        }
        return moved.get() ? Outcome.APPLIED : Outcome.WITHOUT_EFFECT;
    }
}
