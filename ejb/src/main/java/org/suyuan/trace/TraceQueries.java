package org.suyuan.trace;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.Conditions;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.shared.Roles;

/** 追溯查询 over the reports of the caller's enterprise. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class TraceQueries {

    /** Lists show and count this many hits; a user with more refines the query. */
    public static final int MOST_HITS = 1000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private OwnedReports reports;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private MassBalance balance;

    @Inject
    private BuyerBook buyers;

    /** One page of hits, newest report first. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public List<TraceRow> page(TraceCriteria criteria, int first, int size) {
        var where = where(criteria);
        return where.bind(entities.createQuery(
                        "select new org.suyuan.trace.TraceRow(r.unifiedNo, r.lockVersion, r.goods.declarationNo, r.goods.seqNo,"
                                + " r.goods.foodName, r.goods.batchNo, r.reportDate, r.status, r.generateQr, q.token,"
                                + " r.customsReason, r.filer.agentName) from TraceReport r left join QrCode q on q.reportId = r.id"
                                + where
                                + " order by r.id desc",
                        TraceRow.class))
                .setFirstResult(first)
                .setMaxResults(Math.max(0, Math.min(size, MOST_HITS - first)))
                .getResultList();
    }

    /** The number of hits; {@link #MOST_HITS} + 1 stands for any larger number. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public int count(TraceCriteria criteria) {
        var where = where(criteria);
        return where.bind(entities.createQuery("select r.id from TraceReport r" + where, Long.class))
                .setMaxResults(MOST_HITS + 1)
                .getResultList()
                .size();
    }

    /** Empty for an unknown report and for somebody else's. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public Optional<TraceDetail> detail(String unifiedNo) {
        return reports.find(unifiedNo).map(report -> {
            report.sales(); // loads what is read after this transaction
            report.enterprise().name();
            var item = report.goodsItem();
            var declared = item == null || item.removed() || item.declaration().cancelled() ? null : item.quantity();
            var reported = item == null
                    ? BigDecimal.ZERO
                    : balance.reported(List.of(item)).getOrDefault(item.id(), BigDecimal.ZERO);
            return new TraceDetail(report, events(report), qrToken(report), declared, reported);
        });
    }

    /** The food items of the caller's own declaration, with what is already reported of each; none when it is not his. */
    public List<PickableItem> pickableItems(DeclarationNumber number) {
        var items = declarations.foodItems(number);
        var reported = balance.reported(items);
        return items.stream()
                .map(item -> new PickableItem(item, reported.getOrDefault(item.id(), BigDecimal.ZERO)))
                .toList();
    }

    /** Buyers of the caller's own reports whose name or 统一社会信用代码 contains this, those used last first. */
    public List<Buyer> earlierBuyers(String part) {
        return buyers.find(part);
    }

    private List<TraceEvent> events(TraceReport report) {
        return entities.createQuery(
                        "select e from TraceEvent e where e.report = :report order by e.id", TraceEvent.class)
                .setParameter("report", report)
                .getResultList();
    }

    private String qrToken(TraceReport report) {
        return Optional.ofNullable(entities.find(QrCode.class, report.id()))
                .map(QrCode::token)
                .orElse(null);
    }

    private Conditions where(TraceCriteria criteria) {
        return new Conditions("r.enterprise.id = :owner and r.status <> :deleted")
                .with("owner", caller.operator().enterpriseId())
                .with("deleted", TraceStatus.DELETED)
                .and("r.goods.declarationNo = :declarationNo", "declarationNo", criteria.getDeclarationNo())
                .and("r.goods.seqNo = :seqNo", "seqNo", criteria.getGoodsSeqNo())
                .and("r.status = :status", "status", criteria.getStatus())
                .and("r.reportDate >= :from", "from", criteria.getReportedFrom())
                .and("r.reportDate <= :to", "to", criteria.getReportedTo())
                .andFoodName("r.goods.foodName", criteria.getFoodName(), criteria.isFoodNameContains());
    }
}
