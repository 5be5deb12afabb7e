package org.suyuan.exchange.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with columns of a table in braces, to be filled in row by row. */
final class CellTemplate {

    /** A column that every table has: a fingerprint of the row. */
    static final String ROW = "*";

    /** A column that every table has: the name of the file. */
    static final String FILE = "*file";

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+?)(\\?)?}");

    /** @param name as rows know it; @param before the text between the last column and this one */
    private record Column(String before, String shown, String name, boolean optional) {}

    private final List<Column> columns = new ArrayList<>();
    private final String end;

    /** @throws IllegalArgumentException when a brace has no partner */
    CellTemplate(String text) {
        int at = 0;
        for (var match = COLUMN.matcher(text); match.find(); at = match.end()) {
            columns.add(new Column(
                    text.substring(at, match.start()),
                    match.group(1).strip(),
                    TableText.columnName(match.group(1)),
                    match.group(2) != null));
        }
        end = text.substring(at);
        if (text.replaceAll(COLUMN.pattern(), "").matches("(?s).*[{}].*")) {
            throw new IllegalArgumentException("“" + text + "”中的大括号不成对");
        }
    }

    /** Name of the column at this position, counted from 1. */
    static String position(int number) {
        return "#" + number;
    }

    /** Where the text is the same for all rows. */
    boolean isConstant() {
        return columns.isEmpty();
    }

    /** The columns that a table with this heading lacks. */
    List<String> lacking(Collection<String> heading) {
        return columns.stream()
                .filter(column -> !column.optional() && !isThere(column.name(), heading))
                .map(Column::shown)
                .toList();
    }

    private static boolean isThere(String name, Collection<String> heading) {
        return name.equals(ROW)
                || name.equals(FILE)
                || heading.contains(name)
                || name.matches("#[1-9][0-9]{0,3}") && Integer.parseInt(name.substring(1)) <= heading.size();
    }

    /** The text for a row; nothing when a column is empty there. */
    String filled(Map<String, String> row) {
        var text = new StringBuilder();
        for (var column : columns) {
            var cell = row.getOrDefault(column.name(), row.getOrDefault(column.name() + "?", ""));
            if (cell.isBlank()) {
                return "";
            }
            text.append(column.before()).append(cell);
        }
        return text.append(end).toString();
    }

    /** The columns that are in a row, as the mapping calls them. */
    List<String> columnsIn(Map<String, String> row) {
        return columns.stream()
                .filter(column -> row.containsKey(column.name())
                        && !column.name().equals(ROW)
                        && !column.name().equals(FILE))
                .map(Column::shown)
                .distinct()
                .collect(Collectors.toList());
    }
}
