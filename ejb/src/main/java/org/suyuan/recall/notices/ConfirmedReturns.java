package org.suyuan.recall.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import org.suyuan.recall.ReturnsTaken;
import org.suyuan.shared.Refusal;

/** Lets a round take over only what buyers of its own recall have confirmed, and each of it once. */
@ApplicationScoped
class ConfirmedReturns {

    @PersistenceContext
    private EntityManager entities;

    void check(@Observes ReturnsTaken taken) {
        var ids = new HashSet<>(taken.noticeIds());
        if (ids.isEmpty()) {
            return;
        }
        var confirmed = entities.createQuery(
                        "select count(n.id) from BuyerNotice n where n.id in :ids and n.task = :task"
                                + " and n.confirmedAt is not null",
                        Long.class)
                .setParameter("ids", ids)
                .setParameter("task", taken.task())
                .getSingleResult();
        var elsewhere = entities.createQuery(
                        "select count(a.id) from RecallAction a where a.noticeId in :ids and a.round.roundNo <> :round",
                        Long.class)
                .setParameter("ids", ids)
                .setParameter("round", taken.roundNo())
                .getSingleResult();
        if (ids.size() < taken.noticeIds().size() || confirmed < ids.size() || elsewhere > 0) {
            throw new Refusal("notice.notToTake");
        }
    }
}
