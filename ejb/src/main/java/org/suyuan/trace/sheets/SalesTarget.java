package org.suyuan.trace.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.suyuan.trace.SalesLine;

/**
 * The report that rows are imported into.
 *
 * @param imported 进口日期 of its goods, null while none are picked; nothing is delivered earlier
 * @param expiry 到期日 of its goods or null; a later delivery is worth a warning
 * @param remaining what may still be reported as sold beside other reports, or null
 * @param present the rows it has already
 */
public record SalesTarget(LocalDate imported, LocalDate expiry, BigDecimal remaining, List<SalesLine> present) {}
