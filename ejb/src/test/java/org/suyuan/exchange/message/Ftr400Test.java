package org.suyuan.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeRecord;

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

    @Test
    void a_table_without_mapping_or_columns_is_refused_in_words() {
        assertThatThrownBy(() -> table("unknown.csv", StandardCharsets.UTF_8, "a,b\n"))
                .isInstanceOf(MessageFault.class)
                .hasMessageContaining("映射");
        assertThatThrownBy(() -> table("openfda.csv", StandardCharsets.UTF_8, "classification;recall_date\n"))
                .isInstanceOf(MessageFault.class)
                .hasMessageStartingWith("缺少列 ");
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
