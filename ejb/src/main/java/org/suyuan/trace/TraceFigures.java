package org.suyuan.trace;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Roles;

/** 首页 in figures: the caller's enterprise's reports by status and month, its quantities, the latest words of customs. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class TraceFigures {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private BusinessTime time;

    /** Number of reports by status; statuses without any are absent. */
    public Map<TraceStatus, Long> byStatus() {
        return entities.createQuery(
                        "select r.status, count(r.id) from TraceReport r where r.enterprise.id = :owner"
                                + " and r.status <> :deleted group by r.status",
                        Object[].class)
                .setParameter("owner", caller.operator().enterpriseId())
                .setParameter("deleted", TraceStatus.DELETED)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (TraceStatus) row[0],
                        row -> (Long) row[1],
                        Long::sum,
                        () -> new EnumMap<>(TraceStatus.class)));
    }

    /** Number of reports by month of their 填报日期, for this month and those before it; months without any count 0. */
    public Map<YearMonth, Long> byMonth(int months) {
        var thisMonth = YearMonth.from(time.today());
        var counts = new TreeMap<YearMonth, Long>();
        for (int i = 0; i < months; i++) {
            counts.put(thisMonth.minusMonths(i), 0L);
        }
        entities.createQuery(
                        "select r.reportDate, count(r.id) from TraceReport r where r.enterprise.id = :owner"
                                + " and r.status <> :deleted and r.reportDate >= :from group by r.reportDate",
                        Object[].class)
                .setParameter("owner", caller.operator().enterpriseId())
                .setParameter("deleted", TraceStatus.DELETED)
                .setParameter("from", counts.firstKey().atDay(1))
                .getResultStream()
                .forEach(row -> counts.merge(YearMonth.from((LocalDate) row[0]), (Long) row[1], Long::sum));
        return counts;
    }

    /** Imported and sold quantities, unit by unit. */
    public List<QuantityFigure> quantities() {
        var sold = sold();
        return declarations.foodQuantities().entrySet().stream()
                .map(imported -> new QuantityFigure(
                        imported.getKey(), imported.getValue(), sold.getOrDefault(imported.getKey(), BigDecimal.ZERO)))
                .toList();
    }

    private Map<String, BigDecimal> sold() {
        return entities.createQuery(
                        "select s.report.goods.unit, sum(s.soldQuantity) from SalesRecord s"
                                + " where s.report.enterprise.id = :owner and s.report.status in :live"
                                + " group by s.report.goods.unit",
                        Object[].class)
                .setParameter("owner", caller.operator().enterpriseId())
                .setParameter("live", TraceStatus.LIVE)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (BigDecimal) row[1]));
    }

    /** The reports that customs answered last, newest first. */
    public List<AnsweredReport> latestAnswers(int most) {
        return entities.createQuery(
                        "select new org.suyuan.trace.AnsweredReport(r.unifiedNo, r.goods.foodName, r.status,"
                                + " r.customsReason, r.answeredAt) from TraceReport r where r.enterprise.id = :owner"
                                + " and r.status <> :deleted and r.answeredAt is not null order by r.answeredAt desc",
                        AnsweredReport.class)
                .setParameter("owner", caller.operator().enterpriseId())
                .setParameter("deleted", TraceStatus.DELETED)
                .setMaxResults(most)
                .getResultList();
    }
}
