package org.suyuan.exchange.message;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.suyuan.exchange.message.TableMapping.Cells;
import org.suyuan.shared.table.CsvText;

/** Rows of cells under a heading, or under none. */
final class CsvRows implements TableRows {

    private static final int LOOKED_AT = 100_000;
    private static final int ROWS_BEFORE_HEADING = 20;
    private static final String SEPARATORS = ",;\t|";

    /** A last row that is swallowed when the quote before it has no end; no cell has this character. */
    private static final String END = "\u0001";

    /** Where the table begins, and what lies between its cells. */
    private record Heading(char separator, int rowsBefore, int missing) {}

    private final TableMapping mapping;
    private final Cells written;
    private final Reader characters;
    private final boolean wellQuoted;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private int line;

    CsvRows(TableMapping mapping, Cells written, TableText text) throws IOException, MessageFault {
        this.mapping = mapping;
        this.written = written;
        var heading = heading(text);
        try (var whole = text.reader()) {
            wellQuoted = CsvText.isWellQuoted(whole, heading.separator(), written.quote());
        }
        characters = new Ended(text.reader());
        records = CsvText.records(characters, heading.separator(), written.quote())
                .iterator();
        try {
            header = mapping.hasHeading() ? header(heading) : List.of();
        } catch (MessageFault e) {
            close();
            throw e;
        }
    }

    private List<String> header(Heading heading) throws MessageFault {
        for (int i = 0; i < heading.rowsBefore(); i++) {
            nextRecord();
        }
        var first = nextRecord();
        var names = first == null
                ? List.<String>of()
                : first.getFields().stream().map(TableText::columnName).toList();
        var missing = mapping.missing(names);
        if (!missing.isEmpty()) {
            throw new MessageFault(
                    Math.max(1, line),
                    "缺少列 " + String.join("、", missing) + "；文件中有 "
                            + String.join("、", names.stream().limit(50).toList()));
        }
        return names;
    }

    /** The first row that has all columns, or else the most, whatever usual character lies between its cells. */
    private Heading heading(TableText text) throws IOException {
        var begin = new char[LOOKED_AT];
        int count = 0;
        try (var reader = text.reader()) {
            for (int read = 0; read >= 0 && count < LOOKED_AT; count += Math.max(0, read)) {
                read = reader.read(begin, count, LOOKED_AT - count);
            }
        }
        var separators = written.separator() == null ? SEPARATORS : String.valueOf(written.separator());
        var best = new Heading(separators.charAt(0), 0, Integer.MAX_VALUE);
        for (var separator : separators.toCharArray()) {
            var rows = rows(new String(begin, 0, count), separator, written.quote());
            for (int i = 0; i < rows.size(); i++) {
                int missing = mapping.missing(
                                rows.get(i).stream().map(TableText::columnName).toList())
                        .size();
                if (missing < best.missing()) {
                    best = new Heading(separator, i, missing);
                }
            }
        }
        return best;
    }

    /** The first rows, as far as they can be read so. */
    private static List<List<String>> rows(String text, char separator, char quote) {
        var rows = new ArrayList<List<String>>();
        try (var lines = CsvText.lines(text, separator, quote)) {
            lines.limit(ROWS_BEFORE_HEADING + 1L).forEach(rows::add);
        } catch (CsvParseException e) {
            // another separator may fit better; if none does, reading on names the line
        }
        return rows;
    }

    @Override
    public TableRow next() throws MessageFault {
        var record = nextRecord();
        while (record != null && record.getFields().stream().allMatch(String::isBlank)) {
            record = nextRecord();
        }
        if (record == null || record.getFields().equals(List.of(END))) {
            return null;
        }
        var cells = record.getFields();
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            var value = TableText.value(cells.get(i));
            values.put(CellTemplate.position(i + 1), value);
            if (i < header.size()) {
                values.putIfAbsent(header.get(i), value);
            }
        }
        return new TableRow(line, cells, values, fault(cells));
    }

    private String fault(List<String> cells) {
        if (cells.get(cells.size() - 1).contains(END)
                || !wellQuoted && cells.stream().anyMatch(cell -> cell.contains("\n") || cell.contains("\r"))) {
            return "引号不成对，后面的行可能被算作这个单元格的内容；引号只是文字时，在映射中写 quote = none";
        }
        boolean tooFew = cells.size() < header.size() && !written.fillsShortRows();
        boolean tooMany =
                !header.isEmpty() && cells.stream().skip(header.size()).anyMatch(cell -> !cell.isBlank());
        return tooFew || tooMany
                ? "应有 " + header.size() + " 列，实有 " + cells.size() + " 列"
                        + (tooFew ? "；行尾的空单元格可以省略时，在映射中写 shortRows = true" : "")
                : null;
    }

    private CsvRecord nextRecord() throws MessageFault {
        try {
            var record = records.hasNext() ? records.next() : null;
            line = record == null ? line : (int) record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            throw new MessageFault(line, "CSV 有错误：引号不成对，或单元格过长");
        } catch (UncheckedIOException e) {
            throw new MessageFault(line, "文件无法继续读取");
        }
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }

    /** The file, then the row that tells its end. */
    private static final class Ended extends Reader {

        private final Reader file;
        private final Reader end = new StringReader("\n" + END);

        Ended(Reader file) {
            this.file = file;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = file.read(buffer, offset, length);
            return count >= 0 ? count : end.read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
