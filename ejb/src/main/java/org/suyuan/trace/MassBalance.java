package org.suyuan.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.suyuan.declaration.GoodsItem;

/** What is sold of a goods item over all live reports never exceeds what was declared (A6). */
@ApplicationScoped
class MassBalance {

    @PersistenceContext
    private EntityManager entities;

    /** Quantity sold by live reports, by item id; items without any are absent. */
    Map<Long, BigDecimal> reported(Collection<GoodsItem> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select s.report.goodsItem.id, sum(s.soldQuantity) from SalesRecord s"
                                + " where s.report.goodsItem.id in :items and s.report.status in :live"
                                + " group by s.report.goodsItem.id",
                        Object[].class)
                .setParameter("items", items.stream().map(GoodsItem::id).toList())
                .setParameter("live", TraceStatus.LIVE)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (BigDecimal) row[1]));
    }

    /** What is left to sell of the item; negative when customs cut the declaration after reports were submitted. */
    BigDecimal remaining(GoodsItem item) {
        return item.quantity().subtract(reported(List.of(item)).getOrDefault(item.id(), BigDecimal.ZERO));
    }
}
