package org.suyuan.trace.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.suyuan.trace.sheets.Reading.GOOD;
import static org.suyuan.trace.sheets.Reading.HEADER;
import static org.suyuan.trace.sheets.Reading.fill;
import static org.suyuan.trace.sheets.Reading.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.shared.Refusal;

@Tag("F3")
class ExcelFileTest {

    @Test
    void finds_the_columns_by_name_in_any_order_below_a_title() {
        var names = new ArrayList<>(HEADER);
        var values = new ArrayList<>(GOOD);
        Collections.reverse(names);
        Collections.reverse(values);

        var read = Reading.of(workbook(sheet -> {
            fill(sheet.createRow(0), List.of("十一月销售明细"));
            fill(sheet.createRow(2), names);
            fill(sheet.createRow(5), values);
        }));

        assertThat(read.problems()).isEmpty();
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.getBuyerName()).isEqualTo("福建示例食品有限公司");
            assertThat(line.getSoldQuantity()).isEqualByComparingTo("12.5");
            assertThat(line.getDeliveryDate()).isEqualTo("2026-01-20");
        });
    }

    @Test
    void takes_numbers_for_texts_true_dates_and_the_stored_values_of_formulas() {
        var read = Reading.of(workbook(sheet -> {
            fill(sheet.createRow(0), HEADER);
            var row = sheet.createRow(1);
            fill(row, List.of("", "\u00a091350100m000100y43\u3000", " 福州\u00a0", 13812345678L));
            row.getCell(0).setCellFormula("\"福建\"&\"食品\"");
            row.getCell(0).setCellValue("福建食品");
            row.createCell(4).setCellFormula("0.1+0.2");
            row.getCell(4).setCellValue(0.1 + 0.2);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(5).setCellValue(LocalDate.of(2026, 1, 20));
            row.getCell(5).setCellStyle(style);
        }));

        assertThat(read.problems()).isEmpty();
        var line = read.lines().get(0);
        assertThat(line.getBuyerName()).isEqualTo("福建食品");
        assertThat(line.getBuyerUscc()).isEqualTo("91350100M000100Y43");
        assertThat(line.getBuyerAddress()).isEqualTo("福州");
        assertThat(line.getBuyerContact()).isEqualTo("13812345678");
        assertThat(line.getSoldQuantity()).isEqualTo("0.3");
        assertThat(line.getDeliveryDate()).isEqualTo("2026-01-20");
    }

    @Test
    void names_sheet_row_column_value_and_rule_of_what_is_wrong() {
        var read = Reading.of(workbook(
                GOOD,
                Collections.singletonList(" "),
                List.of("甲", 913501000000000000L, "地址", "123", "十二", "2026-13-01"),
                List.of("乙", "91350100M000100Y44", "", "13812345678", 0.000001, "2126-01-01")));

        assertThat(read.rows()).isEqualTo(3);
        assertThat(read.lines()).hasSize(1);
        assertThat(read.problems())
                .extracting(SalesProblem::sheet, SalesProblem::row, SalesProblem::column, SalesProblem::value)
                .containsExactly(
                        problem(4, "经销商统一社会信用代码", "913501000000000000"),
                        problem(4, "联系方式", "123"),
                        problem(4, "销售数量", "十二"),
                        problem(4, "交货日期", "2026-13-01"),
                        problem(5, "经销商统一社会信用代码", "91350100M000100Y44"),
                        problem(5, "地址", ""),
                        problem(5, "销售数量", "0.000001"),
                        problem(5, "交货日期", "2126-01-01"));
        assertThat(read.problems().get(0).rule()).contains("超过15位");
        assertThat(read.problems().get(5).rule()).isEqualTo("地址：必填，请录入。");
        assertThat(read.problems().get(6).rule()).contains("小数最多 5 位");
    }

    @Test
    void a_merged_cell_counts_for_all_its_rows_but_not_as_a_quantity() {
        var read = Reading.of(workbook(sheet -> {
            fill(sheet.createRow(0), HEADER);
            for (int i = 1; i <= 3; i++) {
                fill(sheet.createRow(i), i == 1 ? GOOD : List.of("", "", "", "", i, "2026-01-2" + i));
            }
            for (int column = 0; column < 4; column++) {
                sheet.addMergedRegion(new CellRangeAddress(1, 3, column, column));
            }
        }));
        assertThat(read.problems()).isEmpty();
        assertThat(read.lines()).hasSize(3).allMatch(line -> line.getBuyerUscc().equals("91350100M000100Y43"));

        var quantity = Reading.of(workbook(sheet -> {
            fill(sheet.createRow(0), HEADER);
            fill(sheet.createRow(1), GOOD);
            fill(sheet.createRow(2), GOOD.subList(0, 4));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 4, 4));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 5, 5));
        }));
        assertThat(quantity.problems())
                .hasSize(2)
                .allMatch(problem -> problem.rule().contains("取消合并"));
    }

    @Test
    void formulas_without_a_value_and_faulty_cells_are_said_to_be_so() {
        var read = Reading.of(workbook(sheet -> {
            fill(sheet.createRow(0), HEADER);
            var row = sheet.createRow(1);
            fill(row, GOOD);
            row.getCell(4).setCellFormula("1+1");
            row.getCell(4).setCellValue("");
            row.getCell(3).setCellErrorValue((byte) 42);
        }));

        assertThat(read.lines()).isEmpty();
        assertThat(read.problems()).extracting(SalesProblem::column).contains("联系方式", "销售数量");
    }

    @Test
    void takes_the_first_sheet_that_has_the_columns() {
        var read = Reading.of(workbook(sheet -> {
            fill(sheet.createRow(0), List.of("说明"));
            XSSFSheet second = sheet.getWorkbook().createSheet("明细");
            fill(second.createRow(0), HEADER);
            fill(second.createRow(1), List.of("x"));
        }));

        assertThat(read.problems()).allMatch(problem -> problem.sheet().equals("明细"));
    }

    @Test
    void more_than_ten_thousand_rows_are_refused() {
        refuses("sheet.tooManyRows", workbook(sheet -> {
            fill(sheet.createRow(0), HEADER);
            for (int i = 1; i <= 10_001; i++) {
                fill(sheet.createRow(i), List.of("x"));
            }
        }));
    }

    @Test
    void a_sheet_without_names_or_with_some_missing_or_without_rows_is_refused() {
        refuses("sheet.noHeader", workbook(sheet -> fill(sheet.createRow(0), GOOD)));
        refuses("sheet.columnsMissing", workbook(sheet -> fill(sheet.createRow(0), HEADER.subList(0, 5))));
        refuses("sheet.noRows", workbook());
    }

    @Test
    void old_encrypted_and_foreign_files_are_refused_with_advice() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var old = new HSSFWorkbook()) {
            old.createSheet();
            old.write(bytes);
        }
        refuses("sheet.oldExcel", bytes.toByteArray());
        refuses("sheet.encrypted", encrypted());
        refuses("sheet.unreadable", zip("word/document.xml", 10));
        refuses("sheet.unreadable", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        refuses("sheet.unreadable", new byte[] {(byte) 0x81, 0, 1, 2, (byte) 0xFF, (byte) 0xFF});
        refuses("sheet.unreadable", "<html><table><tr><td>x</td></tr></table>".getBytes(StandardCharsets.UTF_8));
        refuses("sheet.noHeader", new byte[0]);
        var cut = workbook(GOOD);
        refuses("sheet.unreadable", Arrays.copyOf(cut, cut.length / 2));
    }

    @Test
    void zip_bombs_are_refused() throws Exception {
        refuses("sheet.bomb", zip("[Content_Types].xml", 20_000_000));
        refuses("sheet.bomb", inflated("xl/worksheets/sheet1.xml"));
        refuses("sheet.bomb", inflated("xl/sharedStrings.xml"));
    }

    private static Tuple problem(int row, String column, String value) {
        return tuple("销售", row, column, value);
    }

    private static void refuses(String key, byte[] file) {
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private static byte[] encrypted() throws Exception {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(workbook(GOOD));
            }
            var bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] zip(String name, int size) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }

    /** A workbook of which one part is blown up by 70 MB of spaces. */
    private static byte[] inflated(String part) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var source = new ZipInputStream(new ByteArrayInputStream(workbook(GOOD)));
                var zip = new ZipOutputStream(bytes)) {
            for (var entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().equals(part)) {
                    int at = text.indexOf("<", text.indexOf("<", text.indexOf("?>")) + 1);
                    zip.write(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 70; i++) {
                        zip.write(" ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII));
                    }
                    text = text.substring(at);
                }
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
