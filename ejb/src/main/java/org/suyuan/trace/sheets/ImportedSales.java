package org.suyuan.trace.sheets;

import java.io.Serializable;
import java.util.List;
import org.suyuan.trace.SalesLine;

/**
 * What came of reading a spreadsheet.
 *
 * @param rows how many rows it has
 * @param faultyRows how many of them break a rule
 * @param lines the others, in their order
 * @param problems errors and warnings in the order of the rows, the first {@link #MOST_PROBLEMS} of them
 * @param errors how many errors there are
 * @param warnings how many warnings there are
 */
public record ImportedSales(
        int rows, int faultyRows, List<SalesLine> lines, List<SalesProblem> problems, int errors, int warnings)
        implements Serializable {

    /** Nobody reads more, and every open page keeps its list. */
    public static final int MOST_PROBLEMS = 10_000;

    public boolean faultless() {
        return errors == 0;
    }

    /** True when more is wrong than is listed. */
    public boolean shortened() {
        return errors + warnings > problems.size();
    }

    /** The same without the lines, which their report keeps. */
    public ImportedSales summary() {
        return new ImportedSales(rows, faultyRows, List.of(), problems, errors, warnings);
    }
}
