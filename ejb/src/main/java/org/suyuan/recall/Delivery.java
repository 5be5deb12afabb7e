package org.suyuan.recall;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one buyer got of a recalled lot on one day.
 *
 * @param batchNo lots that its report is about, separated by {@code ;}; null when none was declared
 * @param quantity in this unit, that of the declaration
 */
public record Delivery(
        String specification,
        String brand,
        LocalDate productionDate,
        String batchNo,
        BigDecimal quantity,
        String unit,
        LocalDate day) {}
