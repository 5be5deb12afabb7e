package org.suyuan.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;

/**
 * Which lots may not be sold any more (F22). Set by recalls, asked by the submit of every report. Both sides hold the lock
 * on the goods item when they come here, so that no sale slips through while a recall arrives. Never called by pages.
 */
@Stateless
@PermitAll
public class LotHolds {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BusinessTime time;

    /**
     * Stops all new sales of the lots, or changes which lots this recall stops.
     *
     * @param batchNos separated by {@code ;}; null for all lots of the item
     */
    public void place(String taskNo, String declarationNo, int seqNo, String batchNos, String reason) {
        var hold = find(taskNo).orElseGet(() -> new LotHold(taskNo, time.now()));
        hold.place(declarationNo, seqNo, batchNos, reason);
        entities.persist(hold);
    }

    /** Lets the lots be sold again, since the recall was cancelled. */
    public void lift(String taskNo) {
        find(taskNo).ifPresent(hold -> hold.lift(time.now()));
    }

    private Optional<LotHold> find(String taskNo) {
        return entities.createQuery("select h from LotHold h where h.taskNo = :task", LotHold.class)
                .setParameter("task", taskNo)
                .getResultStream()
                .findFirst();
    }

    /** @throws Refusal when a recall holds a lot of these goods */
    public void refuseHeld(FiledGoods goods) {
        entities.createQuery(
                        "select h from LotHold h where h.declarationNo = :number and h.goodsSeqNo = :seqNo"
                                + " and h.liftedAt is null order by h.id",
                        LotHold.class)
                .setParameter("number", goods.declarationNo())
                .setParameter("seqNo", goods.seqNo())
                .getResultStream()
                .filter(hold -> hold.covers(goods.batchNo()))
                .findFirst()
                .ifPresent(hold -> {
                    throw new Refusal(
                            "trace.lotHeld",
                            goods.batchNo() == null ? "" : goods.batchNo(),
                            hold.taskNo(),
                            hold.reason());
                });
    }
}
