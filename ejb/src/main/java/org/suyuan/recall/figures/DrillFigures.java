package org.suyuan.recall.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a drill proves (F13): how much of what was imported can be accounted for, as sold to a known buyer or as counted in
 * the warehouse, and how many of the buyers could be reached. Quantities are in the unit of the declaration.
 *
 * @param imported declared quantity of the item
 * @param sold what live reports sold of the lots
 * @param notFiled what drafts and reports without success at customs sold of them
 * @param lotsMixed the lots share their quantities with others
 * @param countedStock what was counted in the warehouse; null when nobody counted
 * @param reached buyers that were reached
 * @param unreached buyers that were tried in vain
 */
public record DrillFigures(
        BigDecimal imported,
        BigDecimal sold,
        BigDecimal notFiled,
        boolean lotsMixed,
        BigDecimal countedStock,
        long buyers,
        long reached,
        long unreached) {

    /** What should be in the warehouse by the books; below zero when more was sold than imported. */
    public BigDecimal unsold() {
        return imported.subtract(sold);
    }

    /** Sold to a known buyer, or counted in the warehouse. */
    public BigDecimal accounted() {
        return countedStock == null ? sold : sold.add(countedStock);
    }

    /** Percent of what was imported, two decimals; above 100 when more was found; null when nothing was imported. */
    public BigDecimal accountedPercent() {
        return Percent.of(accounted(), imported);
    }

    /** Percent of the buyers, two decimals; null when there are none. */
    public BigDecimal reachedPercent() {
        return Percent.of(BigDecimal.valueOf(reached), BigDecimal.valueOf(buyers));
    }

    /** Buyers whom nobody has tried to reach yet. */
    public long untried() {
        return buyers - reached - unreached;
    }

    /** Everything that does not add up. */
    public List<Gap> gaps() {
        var gaps = new ArrayList<>(
                new RecallBalance(imported, sold, notFiled, false, BigDecimal.ZERO, Disposal.NONE, lotsMixed, false)
                        .gaps());
        var expected = unsold().max(BigDecimal.ZERO);
        if (countedStock == null) {
            add(gaps, Gap.Kind.STOCK_NOT_COUNTED, expected);
        } else {
            add(gaps, Gap.Kind.STOCK_SHORT, expected.subtract(countedStock));
            add(gaps, Gap.Kind.STOCK_OVER, countedStock.subtract(expected));
        }
        return List.copyOf(gaps);
    }

    private static void add(List<Gap> gaps, Gap.Kind kind, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            gaps.add(new Gap(kind, quantity));
        }
    }
}
