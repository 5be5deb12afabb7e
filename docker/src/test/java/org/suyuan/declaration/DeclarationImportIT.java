package org.suyuan.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.DeclarationFile;
import org.suyuan.testing.Portal;

@Tag("H1")
class DeclarationImportIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-01-31T12:00:00+08:00");

    private static Portal portal;
    private static Imports imports;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("declarations");
        imports = new Imports(portal);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @AfterEach
    void the_portal_still_answers() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(portal.url("/"))).build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void twenty_thousand_declarations_are_in_exactly_once_however_often_they_come() throws Exception {
        int count = 20_000;
        push("first.xml", 1, count, NOON);
        assertThat(imports.archived("first.xml")).containsEntry("stored_count", 20_000L);

        assertThat(imports.declarations(1)).isEqualTo(count);
        assertThat(imports.intactDeclarations(1)).isEqualTo(count);
        assertThat(imports.goods(1)).isEqualTo(2 * count);
        assertThat(imports.intactGoods(1)).isEqualTo(2 * count);
        var stored = imports.contents(1);

        portal.push(
                "FTR301",
                "same-bytes.xml",
                Files.readAllBytes(portal.exchange("FTR301", "archive").resolve("first.xml")));
        assertThat(imports.archived("same-bytes.xml"))
                .containsEntry("state", "DUPLICATE")
                .containsEntry("read_count", 0L);

        push("same-records.xml", 1, count, NOON.plusHours(1));
        assertThat(imports.archived("same-records.xml"))
                .containsEntry("state", "DONE")
                .containsEntry("read_count", 20_000L);
        assertThat(imports.declarations(1)).isEqualTo(count);
        assertThat(imports.contents(1)).isEqualTo(stored);
    }

    @Test
    void the_newest_message_decides_in_whatever_order_they_come() {
        var number = Records.number(2, 0);
        var declared = Declaration.of(number, Customs.IMPORTER1, Goods.of(1, "冻带鱼", "10"), Goods.of(2, "冻黄鱼", "10"));
        push(NOON, declared);
        push(NOON.plusHours(2), declared.with(Goods.of(1, "冻带鱼段", "8")));
        receive(NOON.plusHours(1), declared.with(Goods.of(1, "过时的名称", "9"), Goods.of(3, "过时的商品", "9")));

        assertThat(imports.lines(number)).containsExactly("1 冻带鱼段 8", "-2 冻黄鱼 10");
        assertThat(portal.count("select revision from declaration where declaration_no = ?", number))
                .isEqualTo(2);

        receive(NOON.plusHours(3), declared.with(Goods.of(2, "冻黄鱼", "10")));
        assertThat(imports.lines(number)).containsExactly("-1 冻带鱼段 8", "2 冻黄鱼 10");
    }

    @Test
    void the_same_again_is_no_amendment_but_newer_than_what_was_sent_before_it() {
        var number = Records.number(12, 0);
        var declared = Declaration.of(number, Customs.IMPORTER1, Goods.of(1, "冻鳕鱼", "10"));
        push(NOON, declared);
        receive(NOON.plusHours(2), declared);
        assertThat(portal.count("select revision from declaration where declaration_no = ?", number))
                .isOne();

        receive(NOON.plusHours(1), declared.with(Goods.of(1, "过时的名称", "9")));
        assertThat(imports.lines(number)).containsExactly("1 冻鳕鱼 10");

        receive(NOON.plusHours(3), declared.with(Goods.of(1, "冻鳕鱼", "11")));
        assertThat(imports.lines(number)).containsExactly("1 冻鳕鱼 11");
        receive(NOON.plusHours(4), declared.with(Goods.of(1, "冻鳕鱼", "11.00")));
        assertThat(portal.count("select revision from declaration where declaration_no = ?", number))
                .as("the same quantity")
                .isEqualTo(2);

        receive(NOON.plusHours(5), declared.as("CANCEL"));
        receive(NOON.plusHours(6), declared.with(Goods.of(1, "冻鳕鱼", "11")));
        assertThat(imports.isCancelled(number)).isFalse();
        assertThat(imports.lines(number)).containsExactly("1 冻鳕鱼 11");
    }

    @Test
    void nothing_older_revives_a_cancelled_declaration() {
        var known = Declaration.of(Records.number(3, 0), Customs.IMPORTER1, Goods.of(1, "冻虾", "10"));
        var unknown = Declaration.of(Records.number(3, 1), Customs.IMPORTER1, Goods.of(1, "冻蟹", "10"));
        push(NOON, known);
        push(NOON.plusHours(2), known.as("CANCEL"), unknown.as("CANCEL"));
        receive(NOON.plusHours(1), known.with(Goods.of(1, "迟到的修改", "1")), unknown);

        assertThat(imports.isCancelled(known.number())).isTrue();
        assertThat(imports.lines(known.number())).containsExactly("1 冻虾 10");
        assertThat(imports.isCancelled(unknown.number())).isTrue();
        assertThat(imports.lines(unknown.number())).isEmpty();

        receive(NOON.plusHours(3), unknown);
        assertThat(imports.isCancelled(unknown.number())).isFalse();
        assertThat(imports.lines(unknown.number())).containsExactly("1 冻蟹 10");
    }

    @Test
    @Tag("H13")
    void one_bad_record_in_a_hundred_is_listed_with_its_line_and_stops_no_other() {
        var mistakes = Mistake.values();
        var expected = new ArrayList<List<String>>();
        try (var file = imports.begin("one-percent.xml", NOON)) {
            for (int i = 0; i < 2_000; i++) {
                var number = Records.number(4, i);
                if (i % 100 != 42) {
                    file.add(Records.full(number));
                } else {
                    var mistake = mistakes[i / 100 % mistakes.length];
                    int line = file.add(mistake.madeIn(Records.full(number)));
                    expected.add(List.of(String.valueOf(line), mistake.keyOf(number), mistake.code, mistake.reason));
                }
            }
        }
        imports.archived("one-percent.xml");

        assertThat(imports.declarations(4)).isEqualTo(1_980);
        assertThat(imports.goods(4)).isEqualTo(2 * 1_980);
        var rejects = imports.rejects("one-percent.xml");
        assertThat(rejects.get(0)).containsExactly("\uFEFF行号", "业务编号", "代码", "原因", "原文");
        assertThat(rejects.subList(1, rejects.size()))
                .allMatch(row -> row.get(4).startsWith("<declaration>"))
                .allMatch(row -> row.get(4).endsWith("</declaration>"))
                .extracting(row -> row.subList(0, 4))
                .containsExactlyElementsOf(expected);
        assertThat(portal.query(
                        "select detail from audit_event where action = 'inbound.done' and subject = 'one-percent.xml'"))
                .asString()
                .startsWith("read 2000, stored 1980, rejected 20");
    }

    @Test
    void a_truncated_file_keeps_the_records_before_the_break() {
        var whole = Records.message(NOON, 5, 10);
        portal.push("FTR301", "truncated.xml", bytes(whole.substring(0, whole.indexOf(Records.number(5, 6)) + 200)));

        assertThat(imports.reasonOfQuarantine("truncated.xml"))
                .startsWith("第 " + lineOf(whole, Records.number(5, 6)) + " 行：")
                .contains("入库 6 条，拒绝 0 条");
        assertThat(imports.declarations(5)).isEqualTo(6);
        assertThat(portal.query(
                        "select detail from audit_event where action = 'inbound.quarantined' and subject = ?",
                        "truncated.xml"))
                .asString()
                .startsWith("read 6, stored 6, rejected 0; stopped at line ");
    }

    @Test
    void bytes_of_another_encoding_end_the_reading() throws Exception {
        var whole = Records.message(NOON, 6, 10);
        int wrong = whole.indexOf("冷冻牛肉7");
        var mixed = new ByteArrayOutputStream();
        mixed.write(bytes(whole.substring(0, wrong)));
        mixed.write("冷冻".getBytes(Charset.forName("GBK")));
        mixed.write(bytes(whole.substring(wrong + 2)));
        portal.push("FTR301", "half-gbk.xml", mixed.toByteArray());

        assertThat(imports.reasonOfQuarantine("half-gbk.xml"))
                .startsWith("第 " + lineOf(whole, "冷冻牛肉7") + " 行：字节不符合编码 UTF-8")
                .contains("入库 7 条，拒绝 0 条");
        assertThat(imports.declarations(6)).isEqualTo(7);
    }

    @Test
    void a_declared_chinese_encoding_is_read() {
        var gb18030 = Charset.forName("GB18030");
        try (var file =
                DeclarationFile.create(portal.exchange("FTR301", "inbox").resolve("gb18030.xml"), NOON, gb18030)) {
            file.add(Records.full(Records.number(7, 0)));
        }

        assertThat(imports.archived("gb18030.xml")).containsEntry("state", "DONE");
        assertThat(imports.contents(7))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("consignee_name", Records.CONSIGNEE)
                        .containsEntry("overseas_shipper", Records.SHIPPER)
                        .containsEntry("name", Records.foodName(Records.number(7, 0)))
                        .containsEntry("producer_registration", Records.REGISTRATION));
    }

    @Test
    void a_document_type_is_refused_before_anything_is_read() {
        var bomb = new StringBuilder("<!DOCTYPE FTR301 [<!ENTITY a0 \"哈\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        portal.push("FTR301", "bomb.xml", bytes(Records.message(NOON, 8, bomb + "]>", "&a11;")));
        portal.push(
                "FTR301",
                "entity.xml",
                bytes(Records.message(
                        NOON, 9, "<!DOCTYPE FTR301 [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")));

        for (var name : List.of("bomb.xml", "entity.xml")) {
            assertThat(imports.reasonOfQuarantine(name))
                    .startsWith("第 2 行：不接受 DOCTYPE")
                    .contains("入库 0 条，拒绝 0 条");
        }
        assertThat(imports.declarations(8) + imports.declarations(9)).isZero();
    }

    @Test
    void what_is_no_message_is_put_aside_whole() {
        portal.push(
                "FTR301", "wrong-root.xml", bytes(Records.message(NOON, 10, 3).replace("FTR301", "FTR302")));
        portal.push(
                "FTR301",
                "no-namespace.xml",
                bytes(Records.message(NOON, 10, 3).replace(" xmlns=\"urn:suyuan:ftr:1\"", "")));
        portal.push("FTR301", "empty.xml", new byte[0]);

        assertThat(imports.reasonOfQuarantine("wrong-root.xml")).startsWith("第 2 行：根元素应为");
        assertThat(imports.reasonOfQuarantine("no-namespace.xml")).startsWith("第 2 行：根元素应为");
        assertThat(imports.reasonOfQuarantine("empty.xml")).startsWith("第 1 行：XML 不完整或有错误");
        assertThat(imports.declarations(10)).isZero();
    }

    @Test
    void a_file_larger_than_a_tenth_of_the_memory_is_read_as_a_stream() {
        int count = 25_000;
        try (var file = imports.begin("large.xml", NOON)) {
            for (int i = 0; i < count; i++) {
                file.add(Records.wordy(Records.number(11, i)));
            }
        }

        assertThat(imports.archived("large.xml")).containsEntry("state", "DONE");
        assertThat((long) imports.archived("large.xml").get("size_bytes")).isGreaterThan(60_000_000);
        assertThat(imports.declarations(11)).isEqualTo(count);
        assertThat(imports.goods(11)).isEqualTo(count);
    }

    private static void push(String name, int block, int count, OffsetDateTime time) {
        try (var file = imports.begin(name, time)) {
            for (int i = 0; i < count; i++) {
                file.add(Records.full(Records.number(block, i)));
            }
        }
    }

    /** The portal reads files in the order in which they come, so that the last one tells of all. */
    private static void receive(OffsetDateTime time, Declaration... declarations) {
        assertThat(imports.archived(push(time, declarations))).containsEntry("state", "DONE");
    }

    private static String push(OffsetDateTime time, Declaration... declarations) {
        var name = "message-" + System.nanoTime() + ".xml";
        portal.push("FTR301", name, bytes(Customs.message(time, List.of(declarations))));
        return name;
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
