package org.suyuan.recall.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.suyuan.identity.Caller;
import org.suyuan.recall.figures.DrillFigures;
import org.suyuan.shared.Refusal;

/** Drills of the caller's enterprise: the one door through which any drill is loaded. */
@ApplicationScoped
class OwnedDrills {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    Optional<Drill> find(String drillNo) {
        return find(drillNo, LockModeType.NONE);
    }

    /** Locks the drill with its buyers until the transaction ends; refused when it has ended. */
    Drill forChange(String drillNo) {
        var drill =
                find(drillNo, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new Refusal("drill.unknown", drillNo));
        drill.requireOpen();
        return drill;
    }

    /** Newest first. */
    List<Drill> page(int first, int size) {
        return entities.createQuery("select d from Drill d where d.importer = :owner order by d.id desc", Drill.class)
                .setParameter("owner", caller.operator().uscc())
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    int count() {
        return entities.createQuery("select count(d.id) from Drill d where d.importer = :owner", Long.class)
                .setParameter("owner", caller.operator().uscc())
                .getSingleResult()
                .intValue();
    }

    /** As they stand now. */
    DrillFigures figures(Drill drill) {
        return drill.figures(contacts(drill, ContactResult.REACHED), contacts(drill, ContactResult.UNREACHED));
    }

    private long contacts(Drill drill, ContactResult result) {
        return entities.createQuery(
                        "select count(b.ordinal) from DrillBuyer b where b.drillId = :drill and b.result = :result",
                        Long.class)
                .setParameter("drill", drill.id())
                .setParameter("result", result)
                .getSingleResult();
    }

    private Optional<Drill> find(String drillNo, LockModeType lock) {
        return entities.createQuery(
                        "select d from Drill d where d.drillNo = :number and d.importer = :owner", Drill.class)
                .setParameter("number", drillNo)
                .setParameter("owner", caller.operator().uscc())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
