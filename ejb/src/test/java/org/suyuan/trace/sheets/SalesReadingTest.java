package org.suyuan.trace.sheets;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.suyuan.trace.sheets.Reading.HEADER;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.table.TableFormat;
import org.suyuan.trace.SalesLine;

@Tag("F3")
class SalesReadingTest {

    private static final String ROW = "甲公司,91350100M000100Y43,\"福州, 鼓楼\",１３８１２３４５６７８,１２．５,2026/1/20\n";

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void csv_in_any_of_its_encodings_and_separators(char separator) {
        var cells = List.of("甲公司", "91350100M000100Y43", "\"福州, 鼓楼; \"\"东\"\"\"", "010-12345678", "1", "20260120");
        var sign = String.valueOf(separator);
        var text = String.join(sign, HEADER) + "\r\n\r\n" + String.join(sign, cells) + "\r\n";

        for (var charset : List.of(UTF_8, UTF_16, Charset.forName("GB18030"))) {
            assertThat(Reading.of(text.getBytes(charset)).lines())
                    .as("%s", charset)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.getBuyerName()).isEqualTo("甲公司");
                        assertThat(line.getBuyerAddress()).isEqualTo("福州, 鼓楼; \"东\"");
                    });
        }
        assertThat(Reading.of(("\uFEFF" + text).getBytes(UTF_8)).lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "2026年11月20日",
        "２０２６－１１－２０",
        "2026 年 11 月 20 日",
        "20261120",
        "2026-11-20 00:00:00",
        "2026/11/20T08:30"
    })
    void dates_in_the_forms_that_people_write(String text) {
        assertThat(CellValues.date(text)).contains(LocalDate.of(2026, 11, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "11/20/2026", "46346", "明天", "2026-11", "2026--11-20"})
    void what_is_no_date_is_not_guessed(String text) {
        assertThat(CellValues.date(text)).isEmpty();
    }

    @Test
    void quantities_with_full_width_digits_and_grouped_thousands() {
        assertThat(CellValues.quantity("１，２３４．５０")).contains(new BigDecimal("1234.50"));
        assertThat(CellValues.quantity("1 000.")).contains(new BigDecimal("1000.0"));
        assertThat(List.of("1e3", "12,5", "1,23", "十", "1.2.3", "12kg"))
                .allMatch(text -> CellValues.quantity(text).isEmpty());
    }

    @Test
    void english_names_and_english_words() {
        var text = "No.,Delivery date*,USCC,Buyer,ADDRESS,Phone,Quantity (kg)\n1,2026-01-20,x,A,B,13812345678,1\n";

        var read = Reading.of(text.getBytes(UTF_8), Reading.ANYTHING, Locale.ENGLISH);

        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("Social credit code of the distributor");
            assertThat(problem.rule()).contains("check digit");
        });
    }

    @Test
    void the_rules_that_look_beyond_the_row() {
        var present = new SalesLine();
        present.setBuyerName("乙");
        present.setBuyerUscc("91350100M000100Y43");
        present.setBuyerAddress("福州");
        present.setBuyerContact("13812345678");
        present.setSoldQuantity(new BigDecimal("5.000"));
        present.setDeliveryDate(LocalDate.of(2026, 1, 20));
        var target = new SalesTarget(
                LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 1), new BigDecimal("20"), List.of(present));
        var text = String.join(",", HEADER) + "\n"
                + "乙,91350100M000100Y43,福州,13812345678,5,2026-01-20\n" // as one that is there
                + "丙,91350100M000100Y43,福州,13812345678,3,2026-01-09\n" // before the import
                + "丙,91350100M000100Y43,福州,13812345678,9,2026-02-02\n" // after expiry
                + "丙,91350100M000100Y43,福州,13812345678,1.5,2026-01-20\n" // too much
                + "丙,91350100M000100Y43,福州,13812345678,0.5,2026-01-20\n"
                + "丙,91350100M000100Y43,福州,13812345678,0.50,2026-01-20\n"; // the same again

        var read = Reading.of(text.getBytes(UTF_8), target);

        assertThat(read.lines()).hasSize(4);
        assertThat(read.problems())
                .extracting(SalesProblem::row, SalesProblem::warning)
                .containsExactly(tuple(2, true), tuple(3, false), tuple(4, true), tuple(5, false), tuple(7, true));
        assertThat(read.problems().get(3).rule()).contains("20.5", "20");
        assertThat(read.errors()).isEqualTo(2);
        assertThat(read.warnings()).isEqualTo(3);
    }

    @Test
    void no_more_rows_than_a_report_holds() {
        var full = new SalesTarget(null, null, null, Collections.nCopies(10_000, line()));

        assertThatThrownBy(() -> Reading.of((String.join(",", HEADER) + "\n" + ROW).getBytes(UTF_8), full))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("sheet.noRoom");
    }

    @Test
    void ten_thousand_rows_are_read() {
        var read = Reading.of((String.join(",", HEADER) + "\n" + ROW.repeat(10_000)).getBytes(UTF_8));

        assertThat(read.lines()).hasSize(10_000);
        assertThat(read.warnings()).isEqualTo(9_999);
    }

    @Test
    void pasted_cells_with_and_without_their_names() {
        var row = "甲公司\t91350100M000100Y43\t\"福州\"\"东\"\"\"\t13812345678\t1\t2026年1月20日";

        assertThat(Reading.pasted(row).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.getBuyerAddress()).isEqualTo("福州\"东\""));
        assertThat(Reading.pasted(String.join("\t", HEADER) + "\n" + row + "\n\n" + row)
                        .problems())
                .singleElement()
                .matches(SalesProblem::warning);
        assertThat(Reading.pasted("甲公司 没有制表符").errors()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void what_the_portal_writes_it_reads_again(TableFormat format) throws Exception {
        for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            var template = new SalesTemplate(language).written(format);
            assertThatThrownBy(() -> Reading.of(template)).hasMessageContaining("sheet.noRows");
        }
    }

    private static SalesLine line() {
        return Reading.of((String.join(",", HEADER) + "\n" + ROW).getBytes(UTF_8))
                .lines()
                .get(0);
    }
}
