package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.exchange.RecallOrderMessage.Operation;
import org.suyuan.recall.RecallOrder;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.SocialCreditCode;

@Tag("H4")
class RecallOrderMessageTest {

    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void reads_what_customs_writes() throws Exception {
        var message = message(Operation.CANCEL, "复检合格");
        assertThat(RecallOrderMessage.parse(bytes(message.toXml()))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "<operation>ORDER, <operation>DELETE, ORDER|AMEND|CANCEL",
        "RC2026, RV2026, TaskNo",
        "91350100M000100Y43, 91350100M000100Y44, importerScc",
        "<entryId>220220261, <entryId>220220260, DeclarationNumber",
        "<gNo>1, <gNo>0, ItemNumber",
        "<recallLevel>1, <recallLevel>4, Level",
        "<recallReason>检出, <recallReason>　</recallReason><recallReason>, recallReason",
        "+08:00</noticeTime>, </noticeTime>, Time",
        "2026-11-23T10:00:00+08:00</noticeTime>, 2026-02-30T10:00:00+08:00</noticeTime>, dateTime",
        "</FTR201>, <cancelReason>无</cancelReason></FTR201>, cancelReason"
    })
    void refuses_what_does_not_fit_and_says_what(String right, String wrong, String what) {
        var xml = tampered(message(Operation.ORDER, null).toXml(), right, wrong);
        assertThatThrownBy(() -> RecallOrderMessage.parse(bytes(xml)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining(what);
    }

    @Test
    void refuses_a_cancellation_without_a_reason_and_a_reason_that_is_blank() {
        assertThatThrownBy(() -> RecallOrderMessage.parse(
                        bytes(message(Operation.CANCEL, null).toXml())))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("cancelReason");
        var blank = tampered(message(Operation.ORDER, null).toXml(), "检出沙门氏菌", "　");
        assertThatThrownBy(() -> RecallOrderMessage.parse(bytes(blank)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("recallReason");
    }

    @Test
    void lots_are_separated_by_either_semicolon() throws Exception {
        var xml = tampered(message(Operation.ORDER, null).toXml(), "A1;B2", " A1；B2; ;A1");
        assertThat(RecallOrderMessage.parse(bytes(xml)).order().batchNos()).isEqualTo("A1;B2");
    }

    private static RecallOrderMessage message(Operation operation, String cancelReason) {
        var order = new RecallOrder(
                "RC2026000000000001",
                new SocialCreditCode("91350100M000100Y43"),
                "220220261000000001",
                1,
                "冷冻去骨牛肉",
                "A1;B2",
                RecallLevel.FIRST,
                "检出沙门氏菌",
                "沙门氏菌",
                "BHG-2026-0001",
                AT,
                operation == Operation.CANCEL,
                cancelReason);
        return new RecallOrderMessage("M1", AT, operation, order);
    }

    /** Changes the document inside the envelope. */
    private static String tampered(String xml, String right, String wrong) {
        var begin = xml.indexOf("<Data>") + 6;
        var end = xml.indexOf("</Data>");
        var content = new String(Base64.getDecoder().decode(xml.substring(begin, end)), StandardCharsets.UTF_8);
        assertThat(content).contains(right);
        var changed = content.replace(right, wrong);
        return xml.substring(0, begin) + Base64.getEncoder().encodeToString(bytes(changed)) + xml.substring(end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
