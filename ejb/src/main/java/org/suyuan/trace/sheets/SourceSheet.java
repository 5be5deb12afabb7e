package org.suyuan.trace.sheets;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.suyuan.shared.Refusal;

/**
 * The rows of one sheet as they are read: looks for the row of names among the first ones, then keeps what stands in the
 * columns of 销售信息 and passes over rows without any of it.
 */
final class SourceSheet {

    /** Titles and remarks may stand above the names. */
    private static final int HEADER_WITHIN = 20;

    private static final int ENOUGH_TO_BE_A_HEADER = 2;

    private final String name;
    private final Locale language;
    private final NavigableMap<Integer, SourceRow> rows = new TreeMap<>();
    private Map<SalesColumn, Integer> header;
    private int looked;

    SourceSheet(String name, Locale language) {
        this.name = name;
        this.language = language;
    }

    void add(int number, List<SourceCell> cells) {
        if (header == null) {
            looked++;
            header = header(cells);
            return;
        }
        var found = new EnumMap<SalesColumn, SourceCell>(SalesColumn.class);
        header.forEach((column, index) -> {
            if (index < cells.size() && !cells.get(index).isEmpty()) {
                found.put(column, cells.get(index));
            }
        });
        if (!found.isEmpty()) {
            if (rows.size() == SalesImport.MOST_ROWS) {
                throw new Refusal("sheet.tooManyRows", SalesImport.MOST_ROWS);
            }
            rows.put(number, new SourceRow(number, found));
        }
    }

    /** Cells pasted without their names stand in the order of the template. */
    void expectTemplateOrder() {
        header = new EnumMap<>(SalesColumn.class);
        for (var column : SalesColumn.values()) {
            header.put(column, column.ordinal());
        }
    }

    /** What stands in the first cell of a merge counts for its other rows, except a quantity. */
    void merged(int firstRow, int lastRow, int column) {
        if (header == null || !rows.containsKey(firstRow)) {
            return;
        }
        header.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(merged -> {
                    var first = rows.get(firstRow).cell(merged);
                    var shared = merged == SalesColumn.SOLD_QUANTITY
                            ? new SourceCell(first.text(), SourceCell.Flaw.SHARED_QUANTITY)
                            : first;
                    rows.subMap(firstRow, true, lastRow, true)
                            .values()
                            .forEach(row -> row.cells().put(merged, shared));
                });
    }

    boolean hasHeader() {
        return header != null;
    }

    /** True when the names will not come any more. */
    boolean isHopeless() {
        return header == null && looked >= HEADER_WITHIN;
    }

    String name() {
        return name;
    }

    List<SourceRow> rows() {
        return List.copyOf(rows.values());
    }

    private Map<SalesColumn, Integer> header(List<SourceCell> cells) {
        var found = new EnumMap<SalesColumn, Integer>(SalesColumn.class);
        for (int i = 0; i < cells.size(); i++) {
            int index = i;
            SalesColumn.named(cells.get(i).text()).ifPresent(column -> found.putIfAbsent(column, index));
        }
        if (found.size() < ENOUGH_TO_BE_A_HEADER) {
            return null;
        }
        var missing = EnumSet.allOf(SalesColumn.class);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "sheet.columnsMissing",
                    missing.stream().map(column -> column.label(language)).collect(Collectors.joining(", ")));
        }
        return found;
    }
}
