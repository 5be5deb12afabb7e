package org.suyuan.recall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.recall.figures.Disposal;
import org.suyuan.recall.figures.RecallBalance;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.TraceStatus;

/**
 * Who has the lots of a recall: the sales in all live reports of its importer on the goods item. A report on several lots
 * counts when one of them is recalled, since its sales do not say which lot they are of.
 */
@ApplicationScoped
public class AffectedSales {

    private static final String BUYER =
            "select new org.suyuan.recall.AffectedBuyer(s.buyerUscc, max(s.buyerName), max(s.buyerAddress),"
                    + " max(s.buyerContact), sum(s.soldQuantity), count(s.id), max(s.deliveryDate))";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DeclarationQueries declarations;

    List<AffectedSale> rows(RecallTask task, int first, int size) {
        return query(
                        "select new org.suyuan.recall.AffectedSale(r.unifiedNo, r.goods.batchNo, s.rowNo, s.buyerName,"
                                + " s.buyerUscc, s.buyerAddress, s.buyerContact, s.soldQuantity, s.deliveryDate)",
                        task,
                        " and r.status in :live order by r.id, s.rowNo",
                        AffectedSale.class)
                .setParameter("live", TraceStatus.LIVE)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    /** Those who bought most first. */
    public List<AffectedBuyer> buyers(RecallTask task, int first, int size) {
        return query(
                        BUYER,
                        task,
                        " and r.status in :live group by s.buyerUscc order by sum(s.soldQuantity) desc, s.buyerUscc",
                        AffectedBuyer.class)
                .setParameter("live", TraceStatus.LIVE)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public Optional<AffectedBuyer> buyer(RecallTask task, SocialCreditCode uscc) {
        return query(
                        BUYER,
                        task,
                        " and r.status in :live and s.buyerUscc = :buyer group by s.buyerUscc",
                        AffectedBuyer.class)
                .setParameter("live", TraceStatus.LIVE)
                .setParameter("buyer", uscc)
                .getResultStream()
                .findFirst();
    }

    /** What one buyer got, in the order of the days. */
    public List<Delivery> deliveries(RecallTask task, SocialCreditCode buyer) {
        return query(
                        "select new org.suyuan.recall.Delivery(r.goods.specification, r.goods.brand,"
                                + " r.goods.productionDate, r.goods.batchNo, s.soldQuantity, r.goods.unit, s.deliveryDate)",
                        task,
                        " and r.status in :live and s.buyerUscc = :buyer order by s.deliveryDate, s.id",
                        Delivery.class)
                .setParameter("live", TraceStatus.LIVE)
                .setParameter("buyer", buyer)
                .getResultList();
    }

    /** All buyers, by code alone. */
    public List<SocialCreditCode> buyerCodes(RecallTask task) {
        return query("select distinct s.buyerUscc", task, " and r.status in :live", SocialCreditCode.class)
                .setParameter("live", TraceStatus.LIVE)
                .getResultList();
    }

    int countRows(RecallTask task) {
        return count("select count(s.id)", task);
    }

    int countBuyers(RecallTask task) {
        return count("select count(distinct s.buyerUscc)", task);
    }

    private int count(String select, RecallTask task) {
        return query(select, task, " and r.status in :live", Long.class)
                .setParameter("live", TraceStatus.LIVE)
                .getSingleResult()
                .intValue();
    }

    /** Over all rounds; an unsubmitted one counts with what it says so far. */
    RecallBalance balance(RecallTask task) {
        var sold = BigDecimal.ZERO;
        var notFiled = BigDecimal.ZERO;
        var lots = new Lots(task.lots());
        boolean lotsMixed = false;
        for (var row : query(
                        "select r.status, r.goods.batchNo, sum(s.soldQuantity)",
                        task,
                        " and r.status <> :deleted group by r.status, r.goods.batchNo",
                        Object[].class)
                .setParameter("deleted", TraceStatus.DELETED)
                .getResultList()) {
            var quantity = (BigDecimal) row[2];
            if (TraceStatus.LIVE.contains(row[0])) {
                sold = sold.add(quantity);
                lotsMixed |= lots.areMixedIn((String) row[1]);
            } else {
                notFiled = notFiled.add(quantity);
            }
        }
        var item = declarations.declaredItem(task.declarationNo(), task.goodsSeqNo());
        var round = task.current();
        return new RecallBalance(
                item.map(GoodsItem::quantity).orElse(null),
                sold,
                notFiled,
                round != null && round.unsoldToo(),
                task.rounds().stream().map(RecallRound::recalled).reduce(BigDecimal.ZERO, BigDecimal::add),
                round == null ? Disposal.NONE : round.disposal(),
                lotsMixed
                        || item.filter(goods -> lots.areMixedIn(String.join(";", goods.batchNos())))
                                .isPresent(),
                round != null && round.completed());
    }

    private <T> TypedQuery<T> query(String select, RecallTask task, String rest, Class<T> type) {
        var text = new StringBuilder(select)
                .append(" from SalesRecord s join s.report r where r.enterprise.uscc = :owner"
                        + " and r.goods.declarationNo = :number and r.goods.seqNo = :seqNo");
        var lots = task.lots();
        if (!lots.isEmpty()) {
            text.append(" and (r.goods.batchNo is null");
            for (int i = 0; i < lots.size(); i++) {
                text.append(" or locate(:lot").append(i).append(", concat(';', r.goods.batchNo, ';')) > 0");
            }
            text.append(')');
        }
        var query = entities.createQuery(text + rest, type)
                .setParameter("owner", task.importer())
                .setParameter("number", task.declarationNo())
                .setParameter("seqNo", task.goodsSeqNo());
        for (int i = 0; i < lots.size(); i++) {
            query.setParameter("lot" + i, ";" + lots.get(i) + ";");
        }
        return query;
    }
}
