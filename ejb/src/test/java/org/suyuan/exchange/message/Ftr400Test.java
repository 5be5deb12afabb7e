package org.suyuan.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.suyuan.foodsafety.Attachment;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeRecord;
import org.suyuan.shared.table.ExcelTable;
import org.suyuan.shared.table.Table;

/** Food-safety notices as messages and as tables of authorities. */
@Tag("H6")
class Ftr400Test {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(InfoCategory.class)
    void the_samples_and_the_training_messages_are_valid_and_accepted(InfoCategory category) throws Exception {
        for (var directory : List.of("../docs/samples", "../batch/src/main/resources/training")) {
            var file = Path.of(directory, category.messageType() + ".xml");
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Ftr400Test.class.getResource("/exchange/" + category.messageType() + ".xsd"))
                    .newValidator()
                    .validate(new StreamSource(file.toFile()));
            try (var stream = MessageStream.open(Files.newInputStream(file), Ftr400.shape(category))) {
                assertThat(checked(stream)).hasSizeGreaterThan(1).allSatisfy(notice -> {
                    assertThat(notice.rejected()).isNull();
                    assertThat(notice.accepted().category()).isEqualTo(category);
                });
            }
        }
    }

    @Test
    void a_table_is_read_by_the_mapping_its_name_begins_with() throws Exception {
        var notices = table("rasff-x.csv", StandardCharsets.UTF_8, """
            Date of Case,Reference,Notification From,Country Origin,Product,Product Category,Hazard Substance,Hazard Category
            "Dec 29, 2023",2023.8991,Italy,Türkiye; unknown origin,"Dried ""big"" figs",Fruits and vegetables,Aflatoxin B1,Mycotoxins; Mycotoxins
            "Feb 30, 2023",2023.0002,Italy,Iran,Pistachios,Nuts,,
            "Dec 29, 2023",2023.0003,Italy
            """);

        var figs = notices.get(0).accepted();
        assertThat(figs.source()).isEqualTo("EURASFF");
        assertThat(figs.values())
                .containsEntry(NoticeField.TITLE, "Aflatoxin B1: Dried \"big\" figs")
                .containsEntry(NoticeField.PUBLISHED_ON, "2023-12-29")
                .containsEntry(NoticeField.COUNTRY, "TUR")
                .containsEntry(NoticeField.HAZARD_GROUP, "Mycotoxins");
        assertThat(notices.get(1).rejected())
                .returns(3, Rejection::line)
                .returns(Rejection.Code.DATE, Rejection::code)
                .extracting(Rejection::reason)
                .asString()
                .startsWith("列 Date of Case ");
        assertThat(notices.get(2).rejected())
                .returns(4, Rejection::line)
                .returns("应有 8 列，实有 3 列", rejection -> rejection.reason().split("；")[0]);
    }

    @Test
    void dirty_dates_and_other_encodings_are_read_and_impossible_dates_named() throws Exception {
        var notices = table("openfda-2020.csv", Charset.forName("windows-1252"), """
            classification,distribution_pattern,recalling_firm,recall_date
            Class I,Nationwide,Café Müller,2013/04/05
            Class I,Nationwide,Other,20130406
            Class I,Nationwide,Unilever,0212/12/07
            """);

        assertThat(notices.get(0).accepted().values())
                .containsEntry(NoticeField.PRODUCER, "Café Müller")
                .containsEntry(NoticeField.PUBLISHED_ON, "2013-04-05");
        assertThat(notices.get(1).accepted().values()).containsEntry(NoticeField.PUBLISHED_ON, "2013-04-06");
        assertThat(notices.get(2).rejected().code()).isEqualTo(Rejection.Code.DATE);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ','", "UTF-8, ;", "UTF-16LE, tab", "UTF-16BE, |", "GB18030, ;", "GBK, tab"})
    void a_table_never_seen_before_is_read_in_any_usual_encoding_by_its_own_mapping(String encoding, String between)
            throws Exception {
        mapping("""
            category = DENIED_ENTRY
            source = GACC
            encodings = UTF-8, GB18030
            dates = uuuu年M月d日 || d.M.uu || uuuu-MM-dd'T'HH:mm:ssX || excel
            field.originId = {序号} || {编号}
            field.operation = {状态?}
            translate.operation.撤销 = WITHDRAW
            translate.operation.* = PUBLISH
            field.title = {产品名称}：{未准入境的事实}
            field.publishedOn = {日期} || {公布时间}
            field.country = {产地}
            field.hsCode = {HS编码}
            field.weight = {重量?}
            """);
        var separator = between.equals("tab") ? "\t" : between;
        var text = """
            2023年1月未准入境的食品信息

            编号,产品名称,产地,HS编码,未准入境的事实,公布时间,状态,备注
            1,饼干,法国,1905.31.0000,标签不合格,2023年1月5日,在册,"a,b;c|d"
            2,奶酪,意大利,0406 9000,"检出李斯特氏菌
            （两批）",２０２３年１月６日,,
            3,葡萄酒,智利,2204210000,超过保质期,6.1.23,,
            4,蜂蜜,新西兰,0409000000,检出氯霉素,44932,,
            5,果汁,巴西,2009,货证不符,2023-01-07T23:00:00Z,,
            6,,,,,,撤销,
            7,面条,泰国,1902,货证不符,2023年2月30日,,
            """.replace(",", separator).replace("a" + separator + "b", "a,b");

        var notices = table(
                "mine-2023.csv", Charset.forName(encoding), (encoding.startsWith("UTF-16") ? "\uFEFF" : "") + text);

        assertThat(notices).hasSize(7);
        assertThat(notices.subList(0, 5))
                .extracting(notice -> notice.accepted().values().get(NoticeField.PUBLISHED_ON))
                .containsExactly("2023-01-05", "2023-01-06", "2023-01-06", "2023-01-06", "2023-01-07");
        assertThat(notices.get(0).accepted().values())
                .containsEntry(NoticeField.TITLE, "饼干：标签不合格")
                .containsEntry(NoticeField.HS_CODE, "1905310000");
        assertThat(notices.get(1).accepted().values()).containsEntry(NoticeField.TITLE, "奶酪：检出李斯特氏菌 （两批）");
        assertThat(notices.get(5).accepted())
                .returns(true, NoticeRecord::withdrawn)
                .returns("6", NoticeRecord::originId);
        assertThat(notices.get(6).rejected())
                .returns(11, Rejection::line)
                .extracting(Rejection::reason)
                .asString()
                .startsWith("列 公布时间 “2023年2月30日” 不符合 dates");
    }

    @Test
    void the_mappings_that_come_with_the_portal_read_other_years_with_other_columns() throws Exception {
        var rasff = table("rasff-window.csv", StandardCharsets.UTF_16LE, """
            \uFEFFreference;category;type;subject;date;notifying_country;classification;risk_decision;origin;hazards
            2024.0001;nuts, nut products and seeds;food;Aflatoxins in pistachios;02-01-2024 11:20:31;Germany;border rejection notification;serious;Iran,Türkiye;Aflatoxin B1 - {mycotoxins}, Salmonella - {pathogenic micro-organisms}
            2024.0002;nuts, nut products and seeds;food;Stones;02-01-2024 11:20:31;Germany;alert;serious;Iran;stones
            """);
        assertThat(rasff.get(0).accepted().values())
                .containsEntry(NoticeField.TITLE, "Aflatoxins in pistachios")
                .containsEntry(NoticeField.PUBLISHED_ON, "2024-01-02")
                .containsEntry(NoticeField.COUNTRY, "Iran;TUR")
                .containsEntry(NoticeField.HAZARD_GROUP, "mycotoxins;pathogenic micro-organisms")
                .containsEntry(NoticeField.LEVEL, "serious")
                .containsEntry(NoticeField.ISSUER, "Germany");
        assertThat(rasff.get(1).accepted().values()).doesNotContainKey(NoticeField.HAZARD_GROUP);
        var dashboard = table("openfda-dashboard.csv", StandardCharsets.UTF_8, """
            Recall Number,Event Classification,Recalling Firm Name,Center Classification Date,Product Description
            F-2,Class II,Acme,02/15/2024,Cheese
            """);
        assertThat(dashboard.get(0).accepted().values()).containsEntry(NoticeField.PUBLISHED_ON, "2024-02-15");
        var openfda = table("openfda-2024.csv", StandardCharsets.UTF_8, """
            recall_number,classification,distribution_pattern,recalling_firm,report_date,product_description,reason_for_recall
            F-0001-2024,Class I,Nationwide,Acme,20240215,%s,Salmonella
            """.formatted("x".repeat(3_000)));
        assertThat(openfda.get(0).accepted())
                .returns("F-0001-2024", NoticeRecord::originId)
                .extracting(NoticeRecord::values)
                .satisfies(values -> assertThat(values)
                        .containsEntry(NoticeField.PUBLISHED_ON, "2024-02-15")
                        .containsEntry(NoticeField.PRODUCT, "x".repeat(999) + "…"));
    }

    @Test
    void bytes_that_fit_no_encoding_are_refused_with_the_encodings_that_were_tried() throws Exception {
        mapping("category = RISK\nsource = X\nencodings = UTF-8, GB18030\nfield.originId = {a}\n");
        var file = Files.write(folder.resolve("mine.csv"), new byte[] {'a', '\n', (byte) 0xFF, (byte) 0x80, '\n'});
        assertThatThrownBy(() -> TableStream.open(file, folder, NOW))
                .isInstanceOf(MessageFault.class)
                .hasMessageContaining("UTF-8、GB18030");
        Files.write(file, new byte[] {'a', '\n', 0, '\n'});
        assertThatThrownBy(() -> TableStream.open(file, folder, NOW)).isInstanceOf(MessageFault.class);
    }

    @Test
    void months_may_have_names_in_the_language_of_the_authority() throws Exception {
        mapping("""
            category = RISK
            source = FRRAPPEL
            language = fr
            dates = d MMMM uuuu
            field.originId = {no}
            field.title = {titre}
            field.publishedOn = {date}
            """);
        var notices = table("mine.csv", StandardCharsets.UTF_8, "no;titre;date\n1;Fromage;14 février 2024\n");
        assertThat(notices.get(0).accepted().values()).containsEntry(NoticeField.PUBLISHED_ON, "2024-02-14");
    }

    @Test
    void a_file_larger_than_what_is_looked_at_first_is_read_to_its_end() throws Exception {
        mapping("""
            category = RISK
            source = X
            field.originId = {no}
            field.title = {title}
            field.publishedOn = {date}
            """);
        var text = new StringBuilder("no,title,date\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",Title \"of\" notice,2024-01-01\n");
        }
        var notices = table("mine.csv", StandardCharsets.UTF_8, text.toString());
        assertThat(notices)
                .hasSize(20_000)
                .allSatisfy(notice -> assertThat(notice.accepted()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "d-MMM-uu ~ 03-NOV-24 ~ 2024-11-03",
                "d-MMM-uu ~ 03-Nov-98 ~ 1998-11-03",
                "yyyy.M.d ~ 2024.11.03 ~ 2024-11-03",
                "d/M/uuuu ~ 3/11/2024 ~ 2024-11-03",
                "MM/dd/yyyy ~ 11/03/2024 ~ 2024-11-03",
                "uuuu年M月d日 ~ 2024年11月3日 ~ 2024-11-03",
                "uuuu年M月 ~ ２０２４年１１月 ~ 2024-11-01",
                "uuuu ~ 2024 ~ 2024-01-01",
                "uuuuMMdd ~ 20241103 ~ 2024-11-03",
                "M/d/uuuu h:mm:ss a ~ 11/3/2024 12:00:00 AM ~ 2024-11-03",
                "excel ~ 45599.5 ~ 2024-11-03",
                "d/M/uuuu ~ 2024-11-03T23:30:00+02:00 ~ 2024-11-03",
                "d/M/uuuu ~ 2024-11-03 00:00:00 ~ 2024-11-03",
                "d/M/uuuu ~ 31/11/2024 ~ 列 date “31/11/2024” 不符合 dates",
                "d/M/uuuu ~ 3/11/2204 ~ 晚于报文时间一年以上",
            })
    void days_are_read_however_an_authority_writes_them(String dates, String written, String expected)
            throws Exception {
        mapping("category = RISK\nsource = X\ndates = " + dates
                + "\nfield.originId = {no}\nfield.title = {no}\nfield.publishedOn = {date}\n");
        var notice = table("mine.csv", StandardCharsets.UTF_8, "no;date\n1;" + written + "\n")
                .get(0);
        if (notice.rejected() == null) {
            assertThat(notice.accepted().values().get(NoticeField.PUBLISHED_ON)).isEqualTo(expected);
        } else {
            assertThat(notice.rejected().reason()).contains(expected);
        }
    }

    @Test
    void what_cells_hold_is_cleaned_cut_and_put_together_as_the_mapping_says() throws Exception {
        mapping("""
            category = DENIED_ENTRY
            source = GACC
            heading = false
            separator = tab
            shortRows = true
            html = true
            dates = uuuu-M
            field.originId = {*file}/{#1}
            replace.originId = ^\\D*(\\d{4})-(\\d+)\\.csv/ => $1$2-
            field.publishedOn = {*file}
            replace.publishedOn = ^\\D*(\\d{4}-\\d+).* => $1
            field.title = {#2}
            field.hsCode = {#3}
            replace.hsCode.1 = [;；].* =>
            replace.hsCode.2 = ^(\\d{9})$ => 0$1
            field.country = {#4}
            replace.country = \\s*[,/、]\\s* => ;
            field.weight = {#5}
            """);
        var notices = table("mine list-2023-02.csv", StandardCharsets.UTF_8, """
            1\tTom&amp;Jerry&#39;s &eacute;clair<br/><b>bold</b>\t303550000; 1905\tPoland, Iran、Italy\t1.234,5 kg\t\t
            2\tbell\7 nul\0 rule\177
            """);

        assertThat(notices.get(0).accepted().originId()).isEqualTo("202302-1");
        assertThat(notices.get(0).accepted().values())
                .containsEntry(NoticeField.PUBLISHED_ON, "2023-02-01")
                .containsEntry(NoticeField.TITLE, "Tom&Jerry's éclair bold")
                .containsEntry(NoticeField.HS_CODE, "0303550000")
                .containsEntry(NoticeField.COUNTRY, "Poland;Iran;Italy")
                .containsEntry(NoticeField.WEIGHT, "1.234,5 kg");
        assertThat(notices.get(1).accepted().values()).containsEntry(NoticeField.TITLE, "bell nul rule");
    }

    @Test
    void rows_that_a_stray_quote_swallows_are_told_and_read_where_quotes_are_text() throws Exception {
        var mapping =
                "category = RISK\nsource = X\nfield.originId = {no}\nfield.title = {name}\nfield.publishedOn = {date}\n";
        var text = """
            no\tdate\tname\tmore
            1\t2024-01-01\t"Best cheese\tx
            2\t2024-01-01\tHam\ty
            3\t2024-01-02\t12" pizza\tz
            4\t2024-01-02\tPie\tz
            5\t2024-01-02\tOil\t"open
            6\t2024-01-02\tJam\tz
            """;
        mapping(mapping);
        var notices = table("mine.csv", StandardCharsets.UTF_8, text);
        assertThat(notices.get(1).accepted().originId()).isEqualTo("4");
        assertThat(List.of(notices.get(0), notices.get(2)))
                .extracting(notice ->
                        notice.rejected().line() + notice.rejected().reason().substring(0, 5))
                .containsExactly("2引号不成对", "6引号不成对");

        mapping(mapping + "quote = none\n");
        assertThat(table("mine.csv", StandardCharsets.UTF_8, text))
                .extracting(notice -> notice.accepted().originId())
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void workbooks_are_read_with_their_days_and_numbers_under_any_heading() throws Exception {
        mapping(
                "\uFEFFcategory = RISK\nsource = X\nsheet = Data\nfield.originId = {Ｎo}\nfield.title = {Name}: {More?} ||"
                        + " {Name}\nfield.publishedOn = {Day}\n");
        Files.move(folder.resolve("mine.mapping"), folder.resolve("Mine.mapping"));
        var cover = new Table("Cover", List.of("Recalls of 2024"), List.of(List.of()));
        var data = new Table(
                "Data",
                List.of("Recalls of 2024"),
                List.of(
                        List.of(),
                        List.of("\u00A0No", "Day", "Name", "More"),
                        List.of(20240001, LocalDate.of(2024, 11, 3), "Two\nlines", "=1+1"),
                        List.of("X-2", "2024-11-04", "Short")));
        var file = Files.write(folder.resolve("MINE (1).xlsx"), ExcelTable.written(List.of(cover, data)));
        try (var stream = TableStream.open(file, folder, NOW)) {
            var notices = checked(stream);
            assertThat(notices).hasSize(2);
            assertThat(notices.get(0).accepted())
                    .returns("20240001", NoticeRecord::originId)
                    .extracting(NoticeRecord::values)
                    .returns("2024-11-03", values -> values.get(NoticeField.PUBLISHED_ON))
                    .returns("Two lines: =1+1", values -> values.get(NoticeField.TITLE));
            assertThat(notices.get(1).accepted().originId()).isEqualTo("X-2");
        }
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertThatThrownBy(() -> TableStream.open(file, folder, NOW)).hasMessageContaining(".xls");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0});
        assertThatThrownBy(() -> TableStream.open(file, folder, NOW)).hasMessageContaining(".xlsx");
    }

    @Test
    void objects_may_stand_in_an_array_of_their_own_or_in_another_object() throws Exception {
        var fsis = table("fsis-api.json", StandardCharsets.UTF_8, """
            \n[{"field_recall_number": "001-2024", "field_title": "A", "field_recall_date": "2024-01-02",
              "field_recall_reason": "Misbranding, Import Violation", "field_summary": "<p>Beef &amp; more</p>"},
             7]
            """);
        assertThat(fsis.get(0).accepted().values())
                .containsEntry(NoticeField.HAZARD_GROUP, "Misbranding;Import Violation")
                .containsEntry(NoticeField.SUMMARY, "Beef & more");
        assertThat(fsis.get(1).rejected()).returns(4, Rejection::line);

        var openfda = """
            {"meta": {"results": {"total": 2}}, "results": [
              {"recall_number": "F-1", "recalling_firm": "Acme", "report_date": "20240102"},
              {"recall_number": "F-2", "recalling_firm": "Acme", "report_date": "20240102"}
            """;
        assertThat(table("openfda-api.json", StandardCharsets.UTF_8, openfda + "]}"))
                .extracting(notice -> notice.accepted().originId())
                .containsExactly("F-1", "F-2");
        assertThatThrownBy(() -> table("openfda-api.json", StandardCharsets.UTF_8, openfda))
                .isInstanceOf(MessageFault.class)
                .hasMessageContaining("JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "seperator = ; ~ 没有 seperator 这一项",
                "category = Law2 ~ category 应为 LAW、STANDARD",
                "field.titel = {a} ~ 没有字段 titel",
                "translate.land.Italy = ITA ~ 没有字段 land",
                "field.originId = 7 ~ field.originId 应含有列",
                "field.title = {a ~ 大括号",
                "dates = YYYY-MM-DD ~ 年应写作 u",
                "encodings = GBX ~ 未知的编码 GBX",
                "replace.title = ( => x ~ 正则表达式有误",
                "replace.title = a => $1 ~ 没有的分组",
                "heading = false ~ 应写明 separator",
                "heading = no ~ heading 应为 true 或 false",
                "separator = comma ~ separator 应为一个字符",
            })
    void what_a_mapping_says_wrongly_is_named(String line, String expected) throws Exception {
        mapping("category = RISK\nsource = X\nfield.originId = {a}\n" + line + "\n");
        assertThatThrownBy(() -> table("mine.csv", StandardCharsets.UTF_8, "a\n1\n"))
                .isInstanceOf(MessageFault.class)
                .hasMessageStartingWith("映射 mine.mapping 有误：")
                .hasMessageContaining(expected);
        Files.write(folder.resolve("mine.mapping"), "category = 风险".getBytes("GBK"));
        assertThatThrownBy(() -> table("mine.csv", StandardCharsets.UTF_8, "a\n1\n"))
                .hasMessageContaining("UTF-8");
    }

    private void mapping(String text) throws Exception {
        Files.writeString(folder.resolve("mine.mapping"), text);
    }

    @Test
    void a_table_without_mapping_or_columns_is_refused_in_words() {
        assertThatThrownBy(() -> table("unknown.csv", StandardCharsets.UTF_8, "a,b\n"))
                .isInstanceOf(MessageFault.class)
                .hasMessageContaining("映射");
        assertThatThrownBy(() -> table("openfda.csv", StandardCharsets.UTF_8, "classification;recall_date\n"))
                .isInstanceOf(MessageFault.class)
                .hasMessageStartingWith("缺少列 ");
    }

    @Test
    void attachments_are_taken_up_to_their_number_and_size_and_refused_beyond_with_the_limit() throws Exception {
        var largest = Base64.getEncoder().encodeToString(new byte[Attachment.LARGEST]);
        var larger = Base64.getEncoder().encodeToString(new byte[Attachment.LARGEST + 1]);

        var notices = message(
                notice("most", attachment("application/pdf", "QQ==").repeat(20)),
                notice("too many", attachment("application/pdf", "QQ==").repeat(21)),
                notice("largest", attachment("text/plain", largest)),
                notice("too large", attachment("text/plain", larger)),
                notice("no type", attachment("pdf", "QQ==")),
                notice("no Base64", attachment("text/plain", "§")),
                notice("no content", attachment("text/plain", "")));

        assertThat(notices.get(0).accepted().attachments()).hasSize(20);
        assertThat(notices.get(2).accepted().attachments().get(0).content()).hasSize(Attachment.LARGEST);
        assertThat(List.of(notices.get(1), notices.get(3), notices.get(4), notices.get(5), notices.get(6)))
                .extracting(notice ->
                        notice.rejected().code() + " " + notice.rejected().reason())
                .containsExactly(
                        "TOO_MANY_ITEMS 附件最多 20 个",
                        "TOO_LONG 第 1 个附件 content 最大 1000000 字节",
                        "FORMAT 第 1 个附件 mediaType 应为媒体类型，如 application/pdf",
                        "FORMAT 第 1 个附件 content 应为 Base64",
                        "MISSING 第 1 个附件 content 必填");
    }

    private static String notice(String number, String attachments) {
        return "<notice><operation>PUBLISH</operation><source>NPC</source><originId>" + number
                + "</originId><title>x</title><publishedOn>2026-01-01</publishedOn>" + attachments + "</notice>";
    }

    private static String attachment(String mediaType, String content) {
        return "<attachment><name>a</name><mediaType>" + mediaType + "</mediaType><content>" + content
                + "</content></attachment>";
    }

    private static List<Checked<NoticeRecord>> message(String... notices) throws Exception {
        var text = "<FTR401 xmlns=\"urn:suyuan:ftr:1\"><head><messageId>M</messageId>"
                + "<messageTime>2026-11-21T09:00:00+08:00</messageTime></head>" + String.join("", notices)
                + "</FTR401>";
        try (var stream = MessageStream.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Ftr400.shape(InfoCategory.LAW))) {
            return checked(stream);
        }
    }

    private List<Checked<NoticeRecord>> table(String name, Charset encoding, String text) throws Exception {
        var file = Files.write(folder.resolve(name), text.getBytes(encoding));
        try (var stream = TableStream.open(file, folder, NOW)) {
            return checked(stream);
        }
    }

    private static List<Checked<NoticeRecord>> checked(RecordStream stream) throws MessageFault {
        var checked = new ArrayList<Checked<NoticeRecord>>();
        for (var record = stream.next(); record != null; record = stream.next()) {
            checked.add(Ftr400.check(record));
        }
        return checked;
    }
}
