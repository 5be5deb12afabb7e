package org.suyuan.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.recall.RecallOrders;
import org.suyuan.recall.RecallOrders.Outcome;
import org.suyuan.shared.BusinessTime;

/** Takes the recalls that customs orders. Called by the job {@code import-recall-tasks} only. */
@Stateless
@PermitAll
public class RecallTaskIntake {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    @Inject
    private RecallOrders orders;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * Takes one order; taking it again changes nothing.
     *
     * @throws UnreadableMessage with the reason, when the order contradicts what customs said before
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome take(RecallOrderMessage message) throws UnreadableMessage {
        if (message.messageTime().isAfter(time.now().plus(CLOCKS_DIFFER))) {
            throw new UnreadableMessage("CreatTime lies more than a day ahead; it would hide every true message");
        }
        var order = message.order();
        var outcome = orders.store(order, message.messageTime());
        if (outcome == Outcome.FOREIGN) {
            throw new UnreadableMessage(
                    "The declaration or the recall belongs to another importer than " + order.importer());
        }
        audit.record(
                Actor.system("customs"),
                "exchange.recallTask",
                order.taskNo(),
                "%s, message %s: %s".formatted(message.operation(), message.messageId(), outcome));
        return outcome;
    }
}
