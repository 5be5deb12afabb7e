package org.suyuan.web.recall;

import java.math.BigDecimal;
import java.util.List;

/**
 * One up, one down (F6): from whom the lots came, on which declaration, and to whom they went. Quantities are in the unit of
 * the declaration.
 *
 * @param exporter 境外发货人; null when it was not declared
 * @param imported null when the declaration is not known
 * @param unsold null in the same case
 * @param buyers those who bought most, at most {@link #MOST_BUYERS}
 * @param allBuyers how many there are
 */
record Chain(
        String exporter,
        String declarationNo,
        BigDecimal imported,
        String importer,
        BigDecimal unsold,
        BigDecimal sold,
        List<Buyer> buyers,
        int allBuyers,
        String unit) {

    /** More are drawn as one. */
    static final int MOST_BUYERS = 6;

    /** Who bought how much. */
    record Buyer(String name, BigDecimal quantity) {}

    int others() {
        return allBuyers - buyers.size();
    }

    /** What went to those who are not drawn one by one. */
    BigDecimal soldToOthers() {
        return sold.subtract(buyers.stream().map(Buyer::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
