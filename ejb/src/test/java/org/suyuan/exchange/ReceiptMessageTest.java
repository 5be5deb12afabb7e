package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.exchange.ReceiptMessage.Kind;
import org.suyuan.trace.CustomsAnswer;

@Tag("H3")
class ReceiptMessageTest {

    private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");

    @Test
    void reads_what_customs_writes() throws Exception {
        var xml = ReceiptMessage.write("R1", "FT2026000000000001", 2, new CustomsAnswer("-1", "原因：<数量> & 不符", AT));

        var receipt = ReceiptMessage.parse(Kind.TRACE_REPORT, bytes(xml));

        assertThat(receipt.messageId()).isEqualTo("R1");
        assertThat(receipt.subject()).isEqualTo("FT2026000000000001");
        assertThat(receipt.version()).isEqualTo(2);
        assertThat(receipt.answer()).isEqualTo(new CustomsAnswer("-1", "原因：<数量> & 不符", AT));
        assertThat(receipt.file()).isEqualTo(bytes(xml));
    }

    @Test
    void reads_what_customs_writes_about_a_round() throws Exception {
        var round = new SubmittedRound("RC2026000000000001", 2, 3, true, List.of());
        var xml = ReceiptMessage.write("R2", round, new CustomsAnswer("100", "退单", AT));

        var receipt = ReceiptMessage.parse(Kind.RECALL_ROUND, bytes(xml));

        assertThat(receipt.subject()).isEqualTo("RC2026000000000001_2");
        assertThat(receipt.version()).isEqualTo(3);
        assertThat(receipt.answeredMessageId()).isEqualTo("FTR202_RC2026000000000001_2_3");
        assertThatThrownBy(() -> ReceiptMessage.parse(Kind.TRACE_REPORT, bytes(xml)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("MsgType is FTR203");
    }

    @Test
    void refuses_a_document_type_declaration() {
        var bomb = "<!DOCTYPE DxpMsg [<!ENTITY a 'b'>]><DxpMsg xmlns='http://www.chinaport.gov.cn/dxp'>&a;</DxpMsg>";
        assertThatThrownBy(() -> ReceiptMessage.parse(Kind.TRACE_REPORT, bytes(bomb)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void refuses_another_root_a_truncated_file_and_wrong_bytes() {
        var xml = ReceiptMessage.write("R1", "FT2026000000000001", 1, new CustomsAnswer("120", "海关入库成功", AT));
        for (var file : new byte[][] {
            bytes("<Other/>"),
            bytes(xml.substring(0, xml.length() / 2)),
            bytes(xml.replace("FTR102", "FTR103")),
            new byte[] {(byte) 0xff, 0, 1},
            {}
        }) {
            assertThatThrownBy(() -> ReceiptMessage.parse(Kind.TRACE_REPORT, file))
                    .isInstanceOf(UnreadableMessage.class);
        }
    }

    @Test
    void refuses_what_the_database_could_not_keep() {
        var xml = ReceiptMessage.write("R1", "FT2026000000000001", 1, new CustomsAnswer("100", "😀".repeat(600), AT));
        assertThatThrownBy(() -> ReceiptMessage.parse(Kind.TRACE_REPORT, bytes(xml)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("returnInfo");
    }

    @Test
    void refuses_a_time_that_the_schema_allows_and_the_calendar_does_not() {
        var xml = ReceiptMessage.write("R1", "FT2026000000000001", 1, new CustomsAnswer("120", "海关入库成功", AT))
                .replaceFirst("<CreatTime>[^<]*", "<CreatTime>2026-11-23T24:00:00+08:00");
        assertThatThrownBy(() -> ReceiptMessage.parse(Kind.TRACE_REPORT, bytes(xml)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("CreatTime");
    }

    @Test
    void refuses_a_status_of_another_code_family() {
        var xml = ReceiptMessage.write("R1", "FT2026000000000001", 1, new CustomsAnswer("17", "待审核", AT));
        assertThatThrownBy(() -> ReceiptMessage.parse(Kind.TRACE_REPORT, bytes(xml)))
                .isInstanceOf(UnreadableMessage.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
