package org.suyuan.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.exchange.message.Messages.DECLARATION;
import static org.suyuan.exchange.message.Messages.GOODS;
import static org.suyuan.exchange.message.Messages.HEAD;
import static org.suyuan.exchange.message.Messages.declaration;
import static org.suyuan.exchange.message.Messages.message;
import static org.suyuan.exchange.message.Messages.read;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.declaration.DeclarationRecord;
import org.suyuan.declaration.GoodsRecord;
import org.xml.sax.SAXException;

@Tag("H1")
class Ftr301Test {

    private static Schema schema;

    @BeforeAll
    static void readSchema() throws SAXException {
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Ftr301Test.class.getResource("/exchange/FTR301.xsd"));
    }

    @Test
    void the_sample_is_valid_and_is_read_whole() throws Exception {
        var sample = Files.readString(Path.of("..", "docs", "samples", "FTR301.xml"));

        assertThat(isValid(sample)).isTrue();
        var checked = read(sample).checked();
        assertThat(checked).extracting(Checked::rejected).containsOnlyNulls();
        var goods = checked.get(0).accepted().goods().get(0);
        assertThat(goods.goodsCode()).isEqualTo("1905310000101");
        assertThat(goods.batchNos()).isEqualTo("L2609A;L2609B");
        assertThat(goods.quantity()).isEqualTo("1200.5");
        assertThat(checked.get(1).accepted()).isEqualTo(DeclarationRecord.cancellation("224820261000000025"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <entryId>224820261000000017<      | <entryId>22482026100000001<        | FORMAT
            <entryId>224820261000000017<      | <entryId>224820260000000017<       | FORMAT
            <operation>DECLARE<               | <operation>NEW<                    | FORMAT
            <customMaster>2248</customMaster> | ''                                 | MISSING
            <despPortCode>311002<             | <despPortCode>31100<               | FORMAT
            <iEDate>2026-11-18<               | <iEDate>2026-02-30<                | DATE
            <iEDate>2026-11-18<               | <iEDate>20261118<                  | DATE
            <iEDate>2026-11-18<               | <iEDate>2026/11/18<                | DATE
            <iEDate>2026-11-18<               | <iEDate>2026-1１-18<                | DATE
            <iEDate>2026-11-18<               | <iEDate>2026-11-18Z<               | DATE
            <iEDate>2026-11-18<               | <iEDate>1899-12-31<                | DATE
            91350100M000100Y43                | 91350100M000100y43                 | CHECK_DIGIT
            <consigneeCname>福州样例进口有限公司< | <consigneeCname> <              | MISSING
            <gNo>1<                           | <gNo>0<                            | FORMAT
            <codeTs>1905310000<               | <codeTs>190531000<                 | FORMAT
            <gQty>12.5<                       | <gQty>0<                           | FORMAT
            <gQty>12.5<                       | <gQty>-1<                          | FORMAT
            <gQty>12.5<                       | <gQty>1e3<                         | FORMAT
            <gQty>12.5<                       | <gQty>0.000001<                    | FORMAT
            <gQty>12.5<                       | <gQty>100000000000000<             | FORMAT
            <gQty>12.5<                       | <gQty>12.<                         | FORMAT
            <gQty>12.5<                       | <gQty>.5<                          | FORMAT
            <gQty>12.5<                       | <gQty>1.2.3<                       | FORMAT
            <gQty>12.5<                       | <gQty>１2.5<                        | FORMAT
            <gUnit>035<                       | <gUnit>kg<                         | FORMAT
            <cusOriginCountry>DNK<            | <cusOriginCountry>110<             | FORMAT
            <gName>                           | <gName xml:lang="zh">              | STRUCTURE
            <gName>                           | <gName>甲</gName><gName>           | STRUCTURE
            <gName>黄油曲奇                    | <gName><b/>黄油曲奇                 | STRUCTURE
            <gNo>1</gNo>                      | <gNo>1</gNo>文字                    | STRUCTURE
            """)
    void what_the_schema_refuses_is_rejected(String found, String replacement, Rejection.Code code) throws Exception {
        assertThat(DECLARATION).contains(found);
        var xml = message(HEAD + DECLARATION.replace(found, replacement));

        assertThat(isValid(xml)).isFalse();
        assertThat(read(xml).checked().get(0).rejected().code()).isEqualTo(code);
    }

    @Test
    void a_wrong_check_digit_is_rejected_though_no_schema_can_see_it() throws Exception {
        var xml = message(HEAD + DECLARATION.replace("91350100M000100Y43", "91350100M000100Y4Z".replace('Z', '4')));

        assertThat(isValid(xml)).isTrue();
        assertThat(read(xml).checked().get(0).rejected().code()).isEqualTo(Rejection.Code.CHECK_DIGIT);
    }

    @Test
    void a_declaration_of_a_coming_year_is_rejected() throws Exception {
        var xml = message(HEAD + declaration("224820271000000017", GOODS));

        assertThat(read(xml).checked().get(0).rejected().code()).isEqualTo(Rejection.Code.FORMAT);
    }

    @Test
    void names_may_be_as_long_as_the_database_takes_and_no_longer() throws Exception {
        var longest = message(HEAD + DECLARATION.replace("黄油曲奇", "名".repeat(200)));
        var tooLong = message(HEAD + DECLARATION.replace("黄油曲奇", "名".repeat(201)));
        var supplementary = message(HEAD + DECLARATION.replace("黄油曲奇", "𠮷".repeat(101)));

        assertThat(read(longest).checked().get(0).accepted()).isNotNull();
        assertThat(read(tooLong).checked().get(0).rejected().code()).isEqualTo(Rejection.Code.TOO_LONG);
        assertThat(read(supplementary).checked().get(0).rejected().code()).isEqualTo(Rejection.Code.TOO_LONG);
    }

    @Test
    void two_items_of_one_declaration_cannot_have_the_same_number() throws Exception {
        var xml = message(HEAD + declaration("224820261000000017", GOODS + GOODS));

        assertThat(isValid(xml)).isFalse();
        assertThat(read(xml).checked().get(0).rejected().code()).isEqualTo(Rejection.Code.DUPLICATE_ITEM);
    }

    @Test
    void a_thousand_items_are_taken_and_one_more_is_not() throws Exception {
        assertThat(read(message(HEAD + declaration("224820261000000017", items(1000))))
                        .checked()
                        .get(0)
                        .accepted()
                        .goods())
                .hasSize(1000);
        assertThat(read(message(HEAD + declaration("224820261000000017", items(1001))))
                        .checked()
                        .get(0)
                        .rejected()
                        .code())
                .isEqualTo(Rejection.Code.TOO_MANY_ITEMS);
    }

    @Test
    void all_mistakes_of_a_record_are_told_at_once() throws Exception {
        var xml = message(HEAD + DECLARATION.replace("2248<", "224<").replace("12.5", "-1"));

        assertThat(read(xml).checked().get(0).rejected().reason()).contains("customMaster", "第 1 项商品 gQty");
    }

    @Test
    void optional_elements_may_be_empty() throws Exception {
        var xml = message(HEAD
                + DECLARATION
                        .replace("<gQty>", "<goodsSpec/><prodBatchNo> </prodBatchNo><produceDate/><prodQgp/><gQty>")
                        .replace("</consigneeCname>", "</consigneeCname><agentScc/>"));

        assertThat(isValid(xml)).isTrue();
        var goods = read(xml).checked().get(0).accepted().goods().get(0);
        assertThat(goods.batchNos()).isNull();
        assertThat(goods.productionDate()).isNull();
    }

    @Test
    void what_the_writer_writes_is_valid_and_read_as_it_was(@TempDir Path folder) throws Exception {
        var goods = new GoodsRecord(
                1,
                "1905310000101",
                "曲奇 & <饼干>",
                "454克/盒",
                null,
                "L1;L2",
                LocalDate.of(2026, 9, 1),
                540,
                new BigDecimal("12.5"),
                "035",
                "DNK",
                "面包房",
                null);
        var record = new DeclarationRecord(
                "224820261000000017",
                false,
                "2248",
                "311002",
                LocalDate.of(2026, 11, 18),
                "91350100M000100Y43",
                "福州样例进口有限公司",
                null,
                null,
                "SHIPPER",
                List.of(goods));
        var file = folder.resolve("a.xml");

        Ftr301Writer.write(
                file,
                new MessageHead("M-1", Instant.parse("2026-11-20T01:30:00Z")),
                List.of(record).iterator());

        assertThat(isValid(Files.readString(file))).isTrue();
        assertThat(read(Files.readAllBytes(file)).checked())
                .extracting(Checked::accepted)
                .containsExactly(record);
    }

    private static String items(int count) {
        var items = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            items.append(GOODS.replace("<gNo>1<", "<gNo>" + i + "<"));
        }
        return items.toString();
    }

    private static boolean isValid(String xml) throws Exception {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }
}
