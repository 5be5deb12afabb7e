package org.suyuan.trace.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.SharedStrings;
import org.suyuan.shared.Refusal;
import org.suyuan.trace.sheets.SourceCell.Flaw;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The content of one sheet of an .xlsx file, as it passes by. Of a formula its stored value counts. */
final class ExcelRows extends DefaultHandler {

    /** Nothing that follows matters. */
    static final class Enough extends SAXException {

        private static final long serialVersionUID = 1L;
    }

    /** What Excel keeps of a number. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LAST_COLUMN = 200;
    private static final int LAST_ROW = 1_048_576;
    private static final int MOST_MERGES = 20_000;
    private static final int LONGEST_CELL = 32_767;

    private final SourceSheet sheet;
    private final SharedStrings strings;
    private final ExcelFormats formats;
    private final StringBuilder value = new StringBuilder();
    private List<SourceCell> cells = List.of();
    private int row;
    private int column;
    private String type;
    private String style;
    private boolean formula;
    private boolean inValue;
    private boolean inReadingAid;
    private int merges;

    ExcelRows(SourceSheet sheet, SharedStrings strings, ExcelFormats formats) {
        this.sheet = sheet;
        this.strings = strings;
        this.formats = formats;
    }

    @Override
    public void startElement(String uri, String element, String name, Attributes attributes) {
        switch (element) {
            case "row" -> {
                var number = attributes.getValue("r");
                row = number == null ? row + 1 : Math.min(LAST_ROW, Integer.parseInt(number));
                cells = new ArrayList<>();
                column = -1;
            }
            case "c" -> {
                var address = attributes.getValue("r");
                column = address == null ? column + 1 : column(address);
                type = attributes.getValue("t");
                style = attributes.getValue("s");
                formula = false;
                value.setLength(0);
            }
            case "f" -> formula = true;
            case "rPh" -> inReadingAid = true;
            case "v", "t" -> inValue = !inReadingAid;
            case "mergeCell" -> merge(CellRangeAddress.valueOf(attributes.getValue("ref")));
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inValue && value.length() <= LONGEST_CELL) {
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String element, String name) throws SAXException {
        switch (element) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inReadingAid = false;
            case "c" -> put(cell());
            case "row" -> {
                sheet.add(row, cells);
                if (sheet.isHopeless()) {
                    throw new Enough();
                }
            }
            default -> {}
        }
    }

    private void put(SourceCell cell) {
        if (column > LAST_COLUMN || cell.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(SourceCell.EMPTY);
        }
        cells.set(column, cell);
    }

    private SourceCell cell() {
        var text = value.toString();
        if (text.isEmpty()) {
            return formula && !"str".equals(type) ? new SourceCell("", Flaw.NO_VALUE) : SourceCell.EMPTY;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> SourceCell.of(strings.getItemAt(Integer.parseInt(text)).getString());
            case "n" -> number(text);
            case "e" -> new SourceCell(text, Flaw.FAULTY);
            case "d" -> SourceCell.of(text.replaceFirst("T.*", ""));
            default -> SourceCell.of(text);
        };
    }

    private SourceCell number(String text) {
        var number = new BigDecimal(text);
        if (formats.isDate(style)) {
            var date = formats.date(number.doubleValue());
            return date == null ? new SourceCell(text, Flaw.FAULTY) : SourceCell.of(date.toString());
        }
        if (number.precision() - number.scale() > LAST_COLUMN || number.scale() > LAST_COLUMN) {
            return new SourceCell(text, Flaw.LOST_DIGITS);
        }
        var plain = number.round(DIGITS).stripTrailingZeros().toPlainString();
        return number.precision() - number.scale() > DIGITS.getPrecision()
                ? new SourceCell(plain, Flaw.LOST_DIGITS)
                : SourceCell.of(plain);
    }

    private void merge(CellRangeAddress range) {
        if (++merges > MOST_MERGES) {
            throw new Refusal("sheet.unreadable");
        }
        if (range.getLastRow() > range.getFirstRow()) {
            sheet.merged(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn());
        }
    }

    private static int column(String address) {
        int index = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            index = Math.min(LAST_COLUMN + 2, index * 26 + address.charAt(i) - 'A' + 1);
        }
        return index - 1;
    }
}
