package org.suyuan.trace.sheets;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Files as filers make them, and what is read out of them. */
final class Reading {

    static final List<String> HEADER = List.of("经销商名称（销售对象）", "经销商统一社会信用代码", "地址", "联系方式", "销售数量", "交货日期");
    static final List<Object> GOOD =
            List.of("福建示例食品有限公司", "91350100M000100Y43", "福州市鼓楼区示例路1号", "13812345678", 12.5, "2026-01-20");
    static final SalesTarget ANYTHING = new SalesTarget(null, null, null, List.of());

    private static final ValidatorFactory VALIDATION = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    private Reading() {}

    static ImportedSales of(byte[] file) {
        return of(file, ANYTHING);
    }

    static ImportedSales of(byte[] file, SalesTarget target) {
        return of(file, target, Locale.SIMPLIFIED_CHINESE);
    }

    static ImportedSales of(byte[] file, SalesTarget target, Locale language) {
        try {
            var path = Files.createTempFile("sales", null);
            try {
                Files.write(path, file);
                return new SalesReading(VALIDATION, target, language).read(SalesImport.sheet(path, language));
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportedSales pasted(String text) {
        return new SalesReading(VALIDATION, ANYTHING, Locale.ENGLISH).read(DelimitedText.pasted(text, Locale.ENGLISH));
    }

    /** A workbook with the names of the columns, then rows. */
    @SafeVarargs
    static byte[] workbook(List<Object>... rows) {
        return workbook(sheet -> {
            fill(sheet.createRow(0), HEADER);
            for (int i = 0; i < rows.length; i++) {
                fill(sheet.createRow(i + 1), rows[i]);
            }
        });
    }

    static byte[] workbook(Consumer<XSSFSheet> content) {
        try (var workbook = new XSSFWorkbook()) {
            content.accept(workbook.createSheet("销售"));
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void fill(Row row, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (values.get(i) != null) {
                row.createCell(i).setCellValue((String) values.get(i));
            }
        }
    }
}
