package org.suyuan.shared.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Tables as .xlsx, a sheet each, written row by row. Texts are cells of type text: long digits stay whole, and nothing
 * computes.
 */
public final class ExcelTable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_TEXT = 32_767;
    private static final int WIDTH = 22 * 256;

    private final CellStyle bold;
    private final CellStyle text;
    private final CellStyle date;

    private ExcelTable(Workbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        bold = workbook.createCellStyle();
        bold.setFont(font);
        text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    public static byte[] written(List<Table> tables) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var styles = new ExcelTable(workbook);
            tables.forEach(table -> styles.write(table, workbook.createSheet(table.name())));
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void write(Table table, Sheet sheet) {
        sheet.createFreezePane(0, 1);
        fill(sheet.createRow(0), table.header());
        for (int i = 0; i < table.header().size(); i++) {
            sheet.setColumnWidth(i, WIDTH);
            sheet.getRow(0).getCell(i).setCellStyle(bold);
        }
        int number = 1;
        for (var row : table.rows()) {
            fill(sheet.createRow(number++), row);
        }
    }

    private void fill(Row row, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            var value = values.get(i);
            if (value instanceof LocalDate day) {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            } else if (value instanceof BigDecimal || value instanceof Integer) {
                cell.setCellValue(((Number) value).doubleValue());
            } else if (value != null) {
                var words = value.toString();
                cell.setCellValue(words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words);
                cell.setCellStyle(text);
            }
        }
    }
}
