package org.suyuan.trace;

import java.math.BigDecimal;

/**
 * How much food of one unit an enterprise has imported, and reported as sold in live reports.
 *
 * @param unit customs code of the unit, three digits
 */
public record QuantityFigure(String unit, BigDecimal imported, BigDecimal sold) {

    public BigDecimal left() {
        return imported.subtract(sold);
    }
}
