package org.suyuan.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.reference.CodeEntry;
import org.suyuan.reference.CodeTable;

@Tag("H7")
class Ftr901Test {

    private static final Path SAMPLE = Path.of("..", "docs", "samples", "FTR901.xml");

    @Test
    void the_sample_is_valid() throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Ftr901Test.class.getResource("/exchange/FTR901.xsd"))
                .newValidator()
                .validate(new StreamSource(SAMPLE.toFile()));
    }

    @Test
    void the_sample_is_read_as_code_entries() throws Exception {
        try (var stream = MessageStream.open(Files.newInputStream(SAMPLE), Ftr901.SHAPE)) {
            assertThat(Ftr901.check(stream.next()).accepted())
                    .isEqualTo(new CodeEntry(
                            CodeTable.CUSTOMS, "2248", "洋山海关", "Yangshan Customs", LocalDate.of(2027, 1, 1), null));
            assertThat(Ftr901.check(stream.next()).accepted().validTo()).isEqualTo("2027-01-01");
            assertThat(stream.next()).isNull();
        }
    }
}
