package org.suyuan.recall.figures;

import java.math.BigDecimal;

/**
 * 处置: where all that came back so far is, in the unit of the declaration.
 *
 * @param destroyed 无害化处理、销毁
 * @param remedied 补救: label-only defects, resold with a notice
 * @param inStock kept for now
 * @param unrecoverable sold and gone: eaten, or not to be found
 */
public record Disposal(BigDecimal destroyed, BigDecimal remedied, BigDecimal inStock, BigDecimal unrecoverable) {

    public static final Disposal NONE =
            new Disposal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal total() {
        return destroyed.add(remedied).add(inStock);
    }
}
