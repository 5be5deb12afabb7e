package org.suyuan.recall;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.suyuan.declaration.DeclaredGoods;
import org.suyuan.shared.BusinessTime;
import org.suyuan.trace.LotHolds;

/**
 * Stores the recalls that customs orders. The newest message decides, in whatever order messages arrive; storing the same
 * again changes nothing. From the same moment the affected lots may not be sold. Called by the exchange only.
 */
@Stateless
@PermitAll
public class RecallOrders {

    /** What came of an order. */
    public enum Outcome {
        /** A new recall, or a change of a known one. */
        STORED,
        /** The same again, or older than what is known: nothing changed. */
        WITHOUT_EFFECT,
        /** Names a declaration, or a recall, of another importer: refused. */
        FOREIGN
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DeclaredGoods goods;

    @Inject
    private LotHolds holds;

    @Inject
    private BusinessTime time;

    /** @param messageTime when customs made the message */
    public Outcome store(RecallOrder order, Instant messageTime) {
        var consignee = goods.lock(order.declarationNo(), order.goodsSeqNo());
        if (consignee.filter(owner -> !owner.equals(order.importer())).isPresent()) {
            return Outcome.FOREIGN;
        }
        var known = find(order.taskNo());
        if (known.filter(task -> !task.importer().equals(order.importer())).isPresent()) {
            return Outcome.FOREIGN;
        }
        if (known.filter(task -> !task.isOutdatedBy(order, messageTime)).isPresent()) {
            return Outcome.WITHOUT_EFFECT;
        }
        known.ifPresentOrElse(
                task -> task.amend(order, messageTime, time.now()),
                () -> entities.persist(RecallTask.ordered(order, messageTime, time.now())));
        if (order.cancelled()) {
            holds.lift(order.taskNo());
        } else {
            holds.place(order.taskNo(), order.declarationNo(), order.goodsSeqNo(), order.batchNos(), order.reason());
        }
        return Outcome.STORED;
    }

    private Optional<RecallTask> find(String taskNo) {
        return entities.createQuery("select t from RecallTask t where t.taskNo = :number", RecallTask.class)
                .setParameter("number", taskNo)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
