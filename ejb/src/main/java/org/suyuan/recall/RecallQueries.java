package org.suyuan.recall;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.recall.clock.Light;
import org.suyuan.recall.figures.RecallEffectiveness;
import org.suyuan.recall.figures.RecallEffectiveness.RoundQuantity;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Conditions;
import org.suyuan.shared.Roles;
import org.suyuan.trace.TraceStatus;

/** 召回管理 over the recalls of the caller's enterprise. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class RecallQueries {

    /** Lists show and count this many hits; a user with more refines the query. */
    public static final int MOST_HITS = 1000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private OwnedTasks tasks;

    @Inject
    private AffectedSales sales;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private CodeTables codeTables;

    @Inject
    private BusinessTime time;

    /** One page of hits: open recalls by urgency, then the others, newest first. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public List<RecallRow> page(RecallCriteria criteria, int first, int size) {
        return rows(criteria).stream().skip(first).limit(size).toList();
    }

    /** The number of hits; {@link #MOST_HITS} + 1 stands for any larger number. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public int count(RecallCriteria criteria) {
        var where = where(criteria);
        return where.bind(entities.createQuery("select t.id from RecallTask t" + where, Long.class))
                .setMaxResults(MOST_HITS + 1)
                .getResultList()
                .size();
    }

    /** Open recalls that are amber or red, the most urgent first. */
    public List<RecallRow> pressing(int most) {
        var open = new RecallCriteria();
        open.setStatus(RecallStatus.OPEN);
        return rows(open).stream()
                .filter(row -> EnumSet.of(Light.AMBER, Light.RED).contains(row.light()))
                .limit(most)
                .toList();
    }

    /** The recalls that this 不合格 record caused, open ones by urgency, then the others. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public List<RecallRow> causedBy(String nonconformityNo) {
        var criteria = new RecallCriteria();
        criteria.setNonconformityNo(nonconformityNo);
        return rows(criteria);
    }

    /** How many recalls nobody has looked at as they stand now. */
    public int unread() {
        return entities.createQuery(
                        "select count(t.id) from RecallTask t where t.importer = :owner and t.readAt is null",
                        Long.class)
                .setParameter("owner", caller.operator().uscc())
                .getSingleResult()
                .intValue();
    }

    /** Empty for an unknown recall and for somebody else's. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public Optional<RecallDetail> detail(String taskNo) {
        return tasks.find(taskNo).map(task -> {
            task.rounds().forEach(RecallRound::actions); // loads what is read after this transaction
            var balance = sales.balance(task);
            return new RecallDetail(
                    task,
                    declarations
                            .declaredItem(task.declarationNo(), task.goodsSeqNo())
                            .orElse(null),
                    task.rounds(),
                    events(task),
                    task.clock(codeTables.workingDays()),
                    balance,
                    RecallEffectiveness.of(task.plannedQuantity(), balance.sold(), quantities(task)),
                    time.now());
        });
    }

    /** Every sale of the affected lots over all live reports, in the order of the reports; none when it is not his. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public List<AffectedSale> affectedSales(String taskNo, int first, int size) {
        return tasks.find(taskNo).map(task -> sales.rows(task, first, size)).orElse(List.of());
    }

    /** Who bought of the affected lots, those who bought most first; none when the recall is not his. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public List<AffectedBuyer> affectedBuyers(String taskNo, int first, int size) {
        return tasks.find(taskNo).map(task -> sales.buyers(task, first, size)).orElse(List.of());
    }

    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public int countAffectedSales(String taskNo) {
        return tasks.find(taskNo).map(sales::countRows).orElse(0);
    }

    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public int countAffectedBuyers(String taskNo) {
        return tasks.find(taskNo).map(sales::countBuyers).orElse(0);
    }

    private List<RecallRow> rows(RecallCriteria criteria) {
        var where = where(criteria);
        var now = time.now();
        var calendar = codeTables.workingDays();
        return where.bind(entities.createQuery(
                        "select t from RecallTask t" + where + " order by t.status desc, t.id desc", // OPEN comes first
                        RecallTask.class))
                .setMaxResults(MOST_HITS)
                .getResultStream()
                .map(task -> RecallRow.of(task, task.clock(calendar), now))
                .sorted(Comparator.comparing(RecallRow::urgency))
                .toList();
    }

    private List<RecallEvent> events(RecallTask task) {
        return entities.createQuery(
                        "select e from RecallEvent e join fetch e.round where e.round.task = :task order by e.id",
                        RecallEvent.class)
                .setParameter("task", task)
                .getResultList();
    }

    private static List<RoundQuantity> quantities(RecallTask task) {
        return task.rounds().stream()
                .filter(round -> TraceStatus.LIVE.contains(round.status()))
                .map(round -> new RoundQuantity(round.roundNo(), round.submittedAt(), round.recalled()))
                .toList();
    }

    private Conditions where(RecallCriteria criteria) {
        return new Conditions("t.importer = :owner")
                .with("owner", caller.operator().uscc())
                .and("t.declarationNo = :declarationNo", "declarationNo", criteria.getDeclarationNo())
                .and("t.goodsSeqNo = :seqNo", "seqNo", criteria.getGoodsSeqNo())
                .and("t.initiatedOn >= :from", "from", criteria.getInitiatedFrom())
                .and("t.initiatedOn <= :to", "to", criteria.getInitiatedTo())
                .and("t.nonconformityNo = :nonconformityNo", "nonconformityNo", criteria.getNonconformityNo())
                .and("t.status = :status", "status", criteria.getStatus())
                .and("t.kind = :kind", "kind", criteria.getKind())
                .andFoodName("t.foodName", criteria.getFoodName(), criteria.isFoodNameContains());
    }
}
