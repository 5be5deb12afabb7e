package org.suyuan.matching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A declared line of goods that a notice concerns.
 *
 * @param lots separated by {@code ;}, or null
 * @param sold how much of it the live reports say was sold
 * @param buyers how many enterprises bought of it
 */
public record MatchedLine(
        String declarationNo,
        int seqNo,
        LocalDate importDate,
        String name,
        String goodsCode,
        String brand,
        String producer,
        String lots,
        BigDecimal quantity,
        String unit,
        BigDecimal sold,
        int buyers,
        Score score)
        implements Serializable {}
