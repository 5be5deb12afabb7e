package org.suyuan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

@Tag("H6")
class StatutesIT {

    private static final String TEXT = """
        # 中华人民共和国例法

        2009年2月28日 通过

        <!-- INFO END -->

        ## 第一章 总则

        第一条 为了举例，制定本法。

        第二条 本法自2009年6月1日起施行。\u000B
        """;

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    @BeforeEach
    void statute() throws IOException {
        Files.writeString(folder.resolve("例法(2021-04-29).md"), TEXT);
    }

    @Test
    void a_folder_becomes_a_message_that_the_schema_allows_with_attachments_and_further_elements() throws Exception {
        Files.write(folder.resolve("例法(2021-04-29).pdf"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("例法(2021-04-29).properties"), "issuer=Example body\nvalidity=IN_FORCE\n");
        Files.writeString(folder.resolve("另一法（2020-01-02）.txt"), "x".repeat(300_000));

        var printed = handOver(0);

        var file = Path.of(printed.replace("Handed over: ", ""));
        assertThat(file.getParent()).isEqualTo(home.resolve("exchange/FTR401/inbox"));
        assertThat(file.getParent().toFile().list()).hasSize(1);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(
                        Path.of("../ejb/src/main/resources/exchange/FTR401.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(file.toFile()));
        var message = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertThat(message.getElementsByTagName("notice").getLength()).isEqualTo(2);
        assertThat(first((Element) message.getElementsByTagName("notice").item(1), "title"))
                .isEqualTo("另一法");
        var law = (Element) message.getElementsByTagName("notice").item(0);
        assertThat(first(law, "title")).isEqualTo("中华人民共和国例法");
        assertThat(first(law, "publishedOn")).isEqualTo("2021-04-29");
        assertThat(first(law, "effectiveOn")).isEqualTo("2009-06-01");
        assertThat(first(law, "issuer")).isEqualTo("Example body");
        assertThat(first(law, "body"))
                .startsWith("中华人民共和国例法\n")
                .contains("\n第一章 总则\n")
                .doesNotContain("#", "<!--");
        assertThat(first(law, "mediaType")).isEqualTo("application/pdf");
        assertThat(first(law, "content")).isEqualTo("AQID");
    }

    @Test
    void what_cannot_be_taken_is_named_and_nothing_is_handed_over() throws Exception {
        Files.write(folder.resolve("例法(2021-04-29).pdf"), new byte[1_000_001]);
        assertThat(handOver(1)).contains("例法(2021-04-29).pdf", "1000000");
        Files.delete(folder.resolve("例法(2021-04-29).pdf"));
        Files.writeString(folder.resolve("例法(2021-04-29).properties"), "isuer=x\n");
        assertThat(handOver(1)).contains("isuer").doesNotContain("\tat ");
        Files.delete(folder.resolve("例法(2021-04-29).properties"));
        Files.writeString(folder.resolve("no day.txt"), "x");
        assertThat(handOver(1)).contains("no day.txt");
        assertThat(home.resolve("exchange/FTR401/inbox")).isEmptyDirectory();
    }

    /** What the command prints. */
    private String handOver(int exitCode) throws Exception {
        var builder = new ProcessBuilder(
                        "java", "-jar", System.getProperty("suyuan.jar"), "--statutes", folder.toString())
                .redirectErrorStream(true);
        builder.environment().put("SUYUAN_HOME", home.toString());
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
        assertThat(process.waitFor()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    private static String first(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
