package org.suyuan.trace.sheets;

import java.util.Map;

/** A row below the header, by column; the number is the one that the spreadsheet shows at its left. */
record SourceRow(int number, Map<SalesColumn, SourceCell> cells) {

    SourceCell cell(SalesColumn column) {
        return cells.getOrDefault(column, SourceCell.EMPTY);
    }
}
