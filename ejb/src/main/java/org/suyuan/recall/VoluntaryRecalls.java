package org.suyuan.recall;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.suyuan.audit.AuditLog;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Filer;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Roles;
import org.suyuan.trace.LotHolds;

/** 主动召回 (F27): the importer finds harm itself, stops selling and informs customs. Then it runs like an ordered one. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.RECALL)
public class VoluntaryRecalls {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private LotHolds holds;

    @Inject
    private Event<VoluntaryRecallOpened> opened;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** @return the number of the recall */
    public String open(@NotNull @Valid VoluntaryRecall form) {
        var item = form.itemAmong(declarations);
        declarations.lock(item);
        var order = order(form, item);
        var opener = new Filer(caller.operator());
        entities.persist(RecallTask.voluntary(order, opener));
        holds.place(order.taskNo(), order.declarationNo(), order.goodsSeqNo(), order.batchNos(), order.reason());
        opened.fire(new VoluntaryRecallOpened(order, caller.operator().enterpriseName(), opener));
        audit.record(caller.actor(), "recall.open", order.taskNo(), order.reason());
        return order.taskNo();
    }

    private RecallOrder order(VoluntaryRecall form, GoodsItem item) {
        return new RecallOrder(
                nextNumber(),
                caller.operator().uscc(),
                item.declaration().declarationNo(),
                item.seqNo(),
                item.name(),
                form.lots().text(),
                form.getLevel(),
                form.getReason().strip(),
                form.getFailedItem(),
                form.getNonconformityNo(),
                time.now(),
                false,
                null);
    }

    private String nextNumber() {
        var number = ((Number) entities.createNativeQuery("select nextval('recall_no_seq')")
                        .getSingleResult())
                .longValue();
        return "RV%d%012d".formatted(time.today().getYear(), number);
    }
}
