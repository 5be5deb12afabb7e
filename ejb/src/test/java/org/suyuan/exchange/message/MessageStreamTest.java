package org.suyuan.exchange.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.exchange.message.Messages.DECLARATION;
import static org.suyuan.exchange.message.Messages.HEAD;
import static org.suyuan.exchange.message.Messages.declaration;
import static org.suyuan.exchange.message.Messages.message;
import static org.suyuan.exchange.message.Messages.read;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H1")
class MessageStreamTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "GB18030", "GBK"})
    void reads_every_encoding_that_the_message_declares(String charset) throws Exception {
        var xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + message(HEAD + DECLARATION);

        var result = read(xml, Charset.forName(charset));

        assertThat(result.fault()).isNull();
        assertThat(result.checked().get(0).accepted().goods().get(0).name()).isEqualTo("黄油曲奇");
    }

    @Test
    void bytes_that_do_not_fit_the_declared_encoding_break_the_message_at_their_line() throws Exception {
        var good =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<FTR301 xmlns=\"urn:suyuan:ftr:1\">" + HEAD + DECLARATION;
        var bytes = concat(good.getBytes(StandardCharsets.UTF_8), DECLARATION.getBytes("GBK"));

        var result = read(bytes);

        assertThat(result.records()).hasSize(1);
        assertThat(result.fault().line()).isEqualTo(good.split("\n", -1).length + 3);
        assertThat(result.fault()).hasMessageContaining("UTF-8");
    }

    @Test
    void a_truncated_message_yields_the_records_before_the_break() throws Exception {
        var xml = message(HEAD + DECLARATION + DECLARATION);

        var result = read(xml.substring(0, xml.length() - 40));

        assertThat(result.records()).hasSize(1);
        assertThat(result.fault()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE FTR301 [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE FTR301 [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE FTR301>"
            })
    void a_document_type_is_refused_before_anything_is_read(String doctype) throws Exception {
        var result = read(doctype + message(HEAD + DECLARATION));

        assertThat(result.records()).isEmpty();
        assertThat(result.fault()).hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<FTR302 xmlns=\"urn:suyuan:ftr:1\"/>",
                "<FTR301/>",
                "<FTR301 xmlns=\"urn:suyuan:ftr:1\"/>",
                "<FTR301 xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M</messageId></head></FTR301>",
                "<FTR301 xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M</messageId>"
                        + "<messageTime>2026-11-20T09:30:00</messageTime></head></FTR301>",
                "<FTR301 xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M</messageId>"
                        + "<messageTime>2999-11-20T09:30:00Z</messageTime></head></FTR301>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><FTR301 xmlns=\"urn:suyuan:ftr:1\"/>",
                "<?xml version=\"1.0\" encoding=\"EBCDIC\"?><FTR301 xmlns=\"urn:suyuan:ftr:1\"/>"
            })
    void a_wrong_root_head_or_encoding_yields_nothing(String xml) throws Exception {
        var result = read(xml);

        assertThat(result.records()).isEmpty();
        assertThat(result.fault()).isNotNull();
    }

    @Test
    void a_record_with_unknown_elements_is_rejected_and_its_neighbours_are_not() throws Exception {
        var odd = DECLARATION.replace("<iEDate>", "<surprise><deep/></surprise><iEDate>");

        var checked = read(message(HEAD + DECLARATION + odd + DECLARATION)).checked();

        assertThat(checked).extracting(c -> c.accepted() != null).containsExactly(true, false, true);
        var rejection = checked.get(1).rejected();
        assertThat(rejection.code()).isEqualTo(Rejection.Code.STRUCTURE);
        assertThat(rejection.key()).isEqualTo("224820261000000017");
        assertThat(rejection.number()).isEqualTo(2);
        assertThat(rejection.raw()).isEqualTo(odd.strip());
    }

    @Test
    void a_rejection_names_the_line_on_which_its_record_begins() throws Exception {
        var xml = message("\n" + HEAD + "\n\n" + declaration("123", Messages.GOODS));

        assertThat(read(xml).checked().get(0).rejected().line()).isEqualTo(5);
    }

    @Test
    void whatever_is_passed_over_counts_as_if_it_had_been_read() throws Exception {
        var odd = DECLARATION.replace("<iEDate>", "<surprise><deep/></surprise><iEDate>");
        var xml = message(HEAD + DECLARATION + "stray" + odd + "<!-- what? --> <strange/>" + DECLARATION);
        var all = read(xml).records();
        assertThat(all).hasSize(5);

        for (int known = 0; known <= all.size(); known++) {
            try (var stream = MessageStream.open(new ByteArrayInputStream(xml.getBytes(UTF_8)), Ftr301.SHAPE)) {
                for (int i = 0; i < known; i++) {
                    assertThat(stream.skip()).isTrue();
                }
                for (var record : all.subList(known, all.size())) {
                    assertThat(stream.next()).usingRecursiveComparison().isEqualTo(record);
                }
                assertThat(stream.skip()).isFalse();
            }
        }
    }

    @Test
    void a_text_of_many_megabytes_is_rejected_without_being_kept() throws Exception {
        var xml = message(HEAD + DECLARATION.replace("黄油曲奇", "长".repeat(5_000_000)) + DECLARATION);

        var result = read(xml);

        assertThat(result.records().get(0).size()).isLessThan(100_000);
        assertThat(result.checked().get(0).rejected().code()).isEqualTo(Rejection.Code.TOO_LONG);
        assertThat(result.checked().get(1).accepted()).isNotNull();
    }

    @Test
    void white_space_is_collapsed_as_in_a_token() {
        assertThat(MessageStream.collapsed(" a \n\t b　")).isEqualTo("a b　");
        assertThat(MessageStream.collapsed("a b")).isEqualTo("a b");
        assertThat(MessageStream.collapsed("a ")).isEqualTo("a");
        assertThat(MessageStream.collapsed(" ")).isEmpty();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
