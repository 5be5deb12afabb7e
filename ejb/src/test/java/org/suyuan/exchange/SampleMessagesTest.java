package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suyuan.identity.Agent;
import org.suyuan.identity.Filer;
import org.suyuan.identity.Operator;
import org.suyuan.recall.FiledRound;
import org.suyuan.recall.RecallOrder;
import org.suyuan.recall.VoluntaryRecallOpened;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.recall.figures.Disposal;
import org.suyuan.shared.SocialCreditCode;
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

    @Test
    void the_samples_of_recalls_are_what_the_portal_reads_and_sends() throws Exception {
        var order = RecallOrderMessage.parse(Files.readAllBytes(SAMPLES.resolve("FTR201.xml")));
        assertThat(order).isEqualTo(order());
        assertThat(order.toXml()).isEqualTo(sample("FTR201.xml"));
        assertThat(Envelope.parse(Files.readAllBytes(SAMPLES.resolve("FTR201.xml")))
                        .payload())
                .isEqualTo(sample("FTR201-content.xml"));

        var round = RecallRoundMessage.of(round());
        assertThat(round.toXml("SUYUAN", "CUSTOMS")).isEqualTo(sample("FTR202.xml"));
        assertThat(round.payload()).isEqualTo(sample("FTR202-content.xml"));
        var submitted = SubmittedRound.of(round);
        assertThat(submitted).isEqualTo(new SubmittedRound("RC2026000000000001", 1, 1, false, List.of("下架封存，通知经销商退货")));

        var answer = new CustomsAnswer("120", "海关入库成功", Instant.parse("2026-11-25T02:00:05Z"));
        assertThat(ReceiptMessage.write("R_FTR202_RC2026000000000001_1_1", submitted, answer))
                .isEqualTo(sample("FTR203.xml"));
        assertThat(Envelope.parse(Files.readAllBytes(SAMPLES.resolve("FTR203.xml")))
                        .payload())
                .isEqualTo(sample("FTR203-content.xml"));

        var voluntary = voluntary(null);
        assertThat(voluntary.toXml("SUYUAN", "CUSTOMS")).isEqualTo(sample("FTR204.xml"));
        assertThat(voluntary.document("FTR204", Xml.schema("FTR204.xsd"))).isNotNull();
        assertThat(voluntary.payload()).isEqualTo(sample("FTR204-content.xml"));

        var byAgent = voluntary(new Agent(new SocialCreditCode("91350100M000100Y43"), "上海示例报关有限公司", Set.of()));
        assertThat(byAgent.document("FTR204", Xml.schema("FTR204.xsd"))).isNotNull();
        assertThat(byAgent.payload())
                .contains("<agentScc>91350100M000100Y43</agentScc><agentName>上海示例报关有限公司</agentName>");
    }

    private static RecallOrderMessage order() {
        var at = Instant.parse("2026-11-24T01:30:00Z");
        return new RecallOrderMessage(
                "RECALL-20261124-0001", at, RecallOrderMessage.Operation.ORDER, recall("RC2026000000000001", at));
    }

    private static Envelope voluntary(Agent agent) {
        var recall = recall("RV2026000000000001", Instant.parse("2026-11-24T03:00:00Z"));
        var importerName = "北京示例进口有限公司";
        var opener = new Filer(new Operator("operator", 1, recall.importer(), importerName, "0100", agent, false));
        return VoluntaryRecallMessage.of(new VoluntaryRecallOpened(recall, importerName, opener));
    }

    private static RecallOrder recall(String taskNo, Instant noticeTime) {
        return new RecallOrder(
                taskNo,
                new SocialCreditCode("91110000600037341L"),
                "220220261000000001",
                1,
                "冷冻去骨牛肉",
                "LOT-20260901",
                RecallLevel.FIRST,
                "抽检检出单核细胞增生李斯特氏菌，不符合 GB 29921",
                "单核细胞增生李斯特氏菌",
                taskNo.startsWith("RC") ? "BHG-2026-000001" : null,
                noticeTime,
                false,
                null);
    }

    private static FiledRound round() {
        return new FiledRound(
                "RC2026000000000001",
                1,
                1,
                "91110000600037341L",
                "北京示例进口有限公司",
                null,
                null,
                "220220261000000001",
                1,
                false,
                false,
                new Disposal(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("120.50000"), BigDecimal.ZERO),
                null,
                List.of(new FiledRound.Action(
                        1,
                        "张三",
                        "13812345678",
                        LocalDate.of(2026, 11, 24),
                        LocalDate.of(2026, 11, 25),
                        new BigDecimal("120.50000"),
                        "下架封存，通知经销商退货")),
                "importer1",
                Instant.parse("2026-11-25T02:00:00Z"));
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
                "91350100M000100Y43",
                "福建示例报关有限公司",
                "0100",
                LocalDate.of(2026, 11, 23),
                true,
                goods,
                List.of(sale),
                "agent1",
                Instant.parse("2026-11-23T02:00:00Z"));
    }
}
