package org.suyuan.recall.drill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.suyuan.audit.AuditLog;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.recall.Lots;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/** 模拟召回演练 (F13): what an operator does in a drill of the own enterprise. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.RECALL)
public class Drills {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private OwnedDrills drills;

    @Inject
    private ForwardTrace trace;

    @Inject
    private DrillPack pack;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * 开始演练: traces at once, and keeps what it found.
     *
     * @return the number of the drill
     */
    public String start(@NotNull @Valid DrillPlan plan) {
        var startedAt = time.now();
        var begun = System.nanoTime();
        var item = plan.itemAmong(declarations);
        var drill = new Drill(nextNumber(), plan, item, caller.operator(), startedAt);
        entities.persist(drill);
        entities.flush();
        var found = trace.from(drill, new Lots(item.batchNos()));
        drill.traced(found, Duration.ofNanos(System.nanoTime() - begun));
        audit.record(
                caller.actor(),
                "drill.start",
                drill.drillNo(),
                "%d sales, %d buyers, %d ms".formatted(drill.sales(), drill.buyers(), drill.traceMillis()));
        return drill.drillNo();
    }

    /** Notes whether a buyer could be reached; the last attempt counts. */
    public void note(@NotNull @Valid ContactAttempt attempt) {
        var drill = drills.forChange(attempt.getDrillNo());
        var buyer = entities.createQuery(
                        "select b from DrillBuyer b where b.drillId = :drill and b.ordinal = :buyer", DrillBuyer.class)
                .setParameter("drill", drill.id())
                .setParameter("buyer", attempt.getBuyer())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal("drill.unknownBuyer", attempt.getBuyer(), drill.drillNo()));
        buyer.tried(attempt.getResult(), attempt.getNote(), caller.operator().loginName(), time.now());
        audit.record(
                caller.actor(), "drill.contact", drill.drillNo(), buyer.uscc().value() + " " + buyer.result());
    }

    /** Ends the drill and makes its evidence; from now on nothing of it changes. */
    public void finish(@NotNull @Valid DrillReport report) {
        var drill = drills.forChange(report.getDrillNo());
        drill.finish(report, caller.operator().loginName(), time.now());
        entities.flush();
        var files = pack.of(drill, drills.figures(drill));
        files.forEach(entities::persist);
        audit.record(
                caller.actor(),
                "drill.finish",
                drill.drillNo(),
                files.stream().map(DrillFile::toString).toList().toString());
    }

    private String nextNumber() {
        var number = ((Number) entities.createNativeQuery("select nextval('drill_no_seq')")
                        .getSingleResult())
                .longValue();
        return "RD%d%012d".formatted(time.today().getYear(), number);
    }
}
