package org.suyuan.trace.sheets;

import java.io.Serializable;

/**
 * What is wrong, or worth a look, in a row of a spreadsheet; in the user's language.
 *
 * @param sheet name of the sheet, empty where there is none
 * @param row number of the row as the spreadsheet shows it
 * @param column name of the column; empty when it is about the row as a whole
 * @param value what the cell says, shortened
 * @param rule the rule, and what to do
 * @param warning true when the row may be imported all the same
 */
public record SalesProblem(String sheet, int row, String column, String value, String rule, boolean warning)
        implements Serializable {}
