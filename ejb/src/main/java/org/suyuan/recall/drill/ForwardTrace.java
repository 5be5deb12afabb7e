package org.suyuan.recall.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.suyuan.identity.Caller;
import org.suyuan.recall.Lots;
import org.suyuan.shared.Refusal;
import org.suyuan.trace.TraceStatus;

/**
 * From lots to all who bought of them: copies the sales of the caller's enterprise into the drill, all in one statement
 * and so as of one moment, and adds up the buyers. Nothing leaves the database, so that a lot with many sales takes no
 * memory. A report on several lots counts when one of them is affected, as in a recall.
 */
@ApplicationScoped
class ForwardTrace {

    /** The evidence is one sheet of a workbook, and held in memory while it is made. */
    static final int MOST_SALES = 200_000;

    private static final String SALES = """
            insert into drill_sale (drill_id, ordinal, unified_no, status, batch_no, row_no, buyer_name, buyer_uscc,
                buyer_address, buyer_contact, sold_quantity, delivery_date)
            select ?, row_number() over (order by r.id, s.row_no), r.unified_no, r.status, r.batch_no, s.row_no,
                s.buyer_name, s.buyer_uscc, s.buyer_address, s.buyer_contact, s.sold_quantity, s.delivery_date
            from trace_report r join sales_record s on s.report_id = r.id
            where r.enterprise_id = ? and r.declaration_no = ? and r.goods_seq_no = ? and r.status <> 'DELETED'%s
            fetch first %d rows only
            """;

    private static final String OF_LOT = "position(? in ';' || r.batch_no || ';') > 0";

    private static final String BUYERS = """
            insert into drill_buyer (drill_id, ordinal, uscc, name, address, contact, sold_quantity, sales, last_delivery)
            select drill_id, row_number() over (order by sum(sold_quantity) desc, buyer_uscc), buyer_uscc,
                max(buyer_name), max(buyer_address), max(buyer_contact), sum(sold_quantity), count(*), max(delivery_date)
            from drill_sale where drill_id = ? and status in (%s)
            group by drill_id, buyer_uscc
            """.formatted(
                    TraceStatus.LIVE.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", ")));

    /**
     * What was found.
     *
     * @param sales rows, those of reports that are not live among them
     * @param lotsMixed the declaration or reports share the quantities of these lots with others
     */
    record Found(int sales, int buyers, BigDecimal sold, BigDecimal notFiled, boolean lotsMixed) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    /**
     * @param drill as it stands in the database
     * @param declaredLots all lots that were declared together with its own
     */
    Found from(Drill drill, Lots declaredLots) {
        int sales = copySales(drill);
        if (sales > MOST_SALES) {
            throw new Refusal("drill.tooManySales", MOST_SALES);
        }
        int buyers = numbered(entities.createNativeQuery(BUYERS), drill.id()).executeUpdate();
        var lots = new Lots(drill.lots());
        var sold = BigDecimal.ZERO;
        var notFiled = BigDecimal.ZERO;
        boolean lotsMixed = lots.areMixedIn(declaredLots.text());
        for (var sum : entities.createQuery(
                        "select s.status, s.batchNo, sum(s.soldQuantity) from DrillSale s where s.drillId = :drill"
                                + " group by s.status, s.batchNo",
                        Object[].class)
                .setParameter("drill", drill.id())
                .getResultList()) {
            var quantity = (BigDecimal) sum[2];
            if (TraceStatus.LIVE.contains(sum[0])) {
                sold = sold.add(quantity);
                lotsMixed |= lots.areMixedIn((String) sum[1]);
            } else {
                notFiled = notFiled.add(quantity);
            }
        }
        return new Found(sales, buyers, sold, notFiled, lotsMixed);
    }

    private int copySales(Drill drill) {
        var lots = drill.lots();
        var ofLots = lots.isEmpty()
                ? ""
                : lots.stream()
                        .map(lot -> OF_LOT)
                        .collect(Collectors.joining(" or ", " and (r.batch_no is null or ", ")"));
        var insert = numbered(
                entities.createNativeQuery(SALES.formatted(ofLots, MOST_SALES + 1)),
                drill.id(),
                caller.operator().enterpriseId(),
                drill.declarationNo(),
                drill.goodsSeqNo());
        for (int i = 0; i < lots.size(); i++) {
            insert.setParameter(5 + i, ";" + lots.get(i) + ";");
        }
        return insert.executeUpdate();
    }

    private static Query numbered(Query query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
