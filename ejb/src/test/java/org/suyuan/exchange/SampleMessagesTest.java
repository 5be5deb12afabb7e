package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suyuan.trace.CustomsAnswer;
import org.suyuan.trace.FiledReport;

/** The samples in {@code docs/samples} are what this portal writes and reads. */
class SampleMessagesTest {

    private static final Path SAMPLES = Path.of("..", "docs", "samples");

    @Test
    void the_sample_of_a_trace_report_is_what_the_portal_sends() throws Exception {
        var envelope = TraceReportMessage.of(report());

        assertThat(envelope.toXml("SUYUAN", "CUSTOMS")).isEqualTo(sample("FTR101.xml"));
        assertThat(envelope.payload()).isEqualTo(sample("FTR101-content.xml"));
        assertThat(SubmittedReport.of(envelope)).isEqualTo(new SubmittedReport("FT2026000000000001", 1, "冷冻去骨牛肉"));
    }

    @Test
    void the_sample_of_a_receipt_is_what_the_portal_reads() throws Exception {
        var receipt = ReceiptMessage.parse(
                ReceiptMessage.Kind.TRACE_REPORT, Files.readAllBytes(SAMPLES.resolve("FTR102.xml")));

        assertThat(receipt.subject()).isEqualTo("FT2026000000000001");
        assertThat(receipt.answer())
                .isEqualTo(new CustomsAnswer("120", "海关入库成功", Instant.parse("2026-11-23T02:00:05Z")));
        assertThat(Envelope.parse(Files.readAllBytes(SAMPLES.resolve("FTR102.xml")))
                        .payload())
                .isEqualTo(sample("FTR102-content.xml"));
    }

    private static String sample(String file) throws IOException {
        return Files.readString(SAMPLES.resolve(file)).strip();
    }

    private static FiledReport report() {
        var goods = new FiledReport.Goods(
                "220220261000000001",
                "2202",
                "311002",
                1,
                "0202300090",
                "冷冻去骨牛肉",
                "20千克/箱",
                "Pampas",
                "LOT-20260901",
                LocalDate.of(2026, 9, 1),
                540,
                new BigDecimal("1000.00000"),
                "035",
                "ARG");
        var sale = new FiledReport.Sale(
                1,
                "福建示例食品有限公司",
                "91350100M000100Y43",
                "福建省福州市鼓楼区示例路1号",
                "13812345678",
                new BigDecimal("250.50000"),
                LocalDate.of(2026, 11, 20));
        return new FiledReport(
                "FT2026000000000001",
                1,
                "91110000600037341L",
                "北京示例进口有限公司",
                "0100",
                LocalDate.of(2026, 11, 23),
                true,
                goods,
                List.of(sale),
                "importer1",
                Instant.parse("2026-11-23T02:00:00Z"));
    }
}
