package org.suyuan.recall.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares in percent, with two decimals. */
final class Percent {

    private static final int DECIMALS = 2;

    private Percent() {}

    /** Null when there is no whole to take a part of. */
    static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.movePointRight(2).divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
