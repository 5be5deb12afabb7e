package org.suyuan.trace.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.suyuan.shared.table.Table;
import org.suyuan.shared.table.TableFormat;

/** The table that filers fill in. Its text columns are formatted as text, so that Excel keeps long digits whole. */
final class SalesTemplate {

    private static final int[] WIDTHS = {32, 26, 40, 20, 14, 16};

    private final Locale language;

    SalesTemplate(Locale language) {
        this.language = language;
    }

    byte[] written(TableFormat format) throws IOException {
        return format == TableFormat.XLSX ? workbook() : format.written(new Table("", names(), List.of()));
    }

    private byte[] workbook() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var name = header(workbook);
            fill(workbook, workbook.createSheet(SheetText.of(language, "sales")), name);
            explain(workbook.createSheet(SheetText.of(language, "guide")), name);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void fill(Workbook workbook, Sheet sheet, CellStyle name) {
        row(sheet, 0, names(), name);
        sheet.createFreezePane(0, 1);
        for (var column : SalesColumn.values()) {
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format(column)));
            sheet.setDefaultColumnStyle(column.ordinal(), style);
            sheet.setColumnWidth(column.ordinal(), WIDTHS[column.ordinal()] * 256);
        }
    }

    private void explain(Sheet sheet, CellStyle name) {
        row(
                sheet,
                0,
                Stream.of("column", "rule", "example")
                        .map(key -> text("guide." + key))
                        .toList(),
                name);
        for (var column : SalesColumn.values()) {
            var facts = List.of(column.label(language), column.rule(language), column.example(language));
            row(sheet, column.ordinal() + 1, facts, null);
        }
        row(sheet, SalesColumn.values().length + 2, List.of(text("guide.note")), null);
        sheet.setColumnWidth(0, 32 * 256);
        sheet.setColumnWidth(1, 80 * 256);
        sheet.setColumnWidth(2, 36 * 256);
    }

    private static void row(Sheet sheet, int number, List<String> texts, CellStyle style) {
        var row = sheet.createRow(number);
        for (int i = 0; i < texts.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(texts.get(i));
            cell.setCellStyle(style);
        }
    }

    private static String format(SalesColumn column) {
        return switch (column) {
            case SOLD_QUANTITY -> "General";
            case DELIVERY_DATE -> "yyyy-mm-dd";
            default -> "@";
        };
    }

    private static CellStyle header(Workbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private List<String> names() {
        return Stream.of(SalesColumn.values())
                .map(column -> column.label(language))
                .toList();
    }

    private String text(String key) {
        return SheetText.of(language, key);
    }
}
