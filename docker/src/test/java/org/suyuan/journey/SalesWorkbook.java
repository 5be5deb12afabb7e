package org.suyuan.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.suyuan.shared.SocialCreditCode;

/** .xlsx files with 销售信息 as a filer's own system writes them, some rows with every kind of error; and files read back. */
final class SalesWorkbook {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final List<String> HEADER = List.of("经销商名称（销售对象）", "经销商统一社会信用代码", "地址", "联系方式", "销售数量", "交货日期");

    /** What is put into a column of a row to make it wrong. */
    private record Fault(int column, Object value) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault(0, " \u00a0"),
            new Fault(0, "x".repeat(201)),
            new Fault(1, "91350100M000100Y44"),
            new Fault(1, 913501000000000000d),
            new Fault(2, ""),
            new Fault(3, "123"),
            new Fault(4, "十二"),
            new Fault(4, 0d),
            new Fault(4, 0.000001),
            new Fault(5, "2026-02-30"),
            new Fault(5, TODAY.plusDays(1).toString()),
            new Fault(5, TODAY.minusDays(31).toString())); // before the import

    private SalesWorkbook() {}

    /** Rows that sell 0.01 each to another buyer each, of which so many have an error, spread over the file. */
    static Path of(int rows, int faulty) {
        try (var workbook = new SXSSFWorkbook()) {
            var sheet = workbook.createSheet("十一月");
            fill(sheet.createRow(0), HEADER);
            int faults = 0;
            for (int i = 0; i < rows; i++) {
                var values = good(i);
                if ((long) (i + 1) * faulty / rows > faults) {
                    var fault = FAULTS.get(faults++ % FAULTS.size());
                    values.set(fault.column(), fault.value());
                }
                fill(sheet.createRow(i + 1), values);
            }
            var file = Files.createTempFile("sales-", ".xlsx");
            file.toFile().deleteOnExit();
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of the first sheet as people see them. */
    static List<List<String>> read(Path file) {
        return sheets(file).values().iterator().next();
    }

    /** The cells of all sheets as people see them, by the name of the sheet. */
    static Map<String, List<List<String>>> sheets(Path file) {
        try (var in = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(in)) {
            var format = new DataFormatter();
            var sheets = new LinkedHashMap<String, List<List<String>>>();
            for (var sheet : workbook) {
                var rows = new ArrayList<List<String>>();
                for (var row : sheet) {
                    var cells = new ArrayList<String>();
                    row.forEach(cell -> cells.add(format.formatCellValue(cell)));
                    rows.add(cells);
                }
                sheets.put(sheet.getSheetName(), rows);
            }
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> good(int i) {
        var code = "91350100M%08d".formatted(i);
        return new ArrayList<>(List.of(
                "经销商%05d有限公司".formatted(i),
                code + SocialCreditCode.checkDigit(code),
                "福建省福州市鼓楼区示例路%d号".formatted(i),
                13_800_000_000d + i,
                0.01,
                TODAY.minusDays(i % 20).toString().replace('-', '/')));
    }

    private static void fill(Row row, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Double number) {
                row.createCell(i).setCellValue(number);
            } else {
                row.createCell(i).setCellValue(values.get(i).toString());
            }
        }
    }
}
