package org.suyuan.exchange.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.exchange.message.Rejection;

@Tag("H1")
class RejectsFileTest {

    @TempDir
    private Path folder;

    @Test
    void lists_one_rejected_record_a_line_in_a_form_that_spreadsheets_open() throws Exception {
        var rejection =
                new Rejection(2, 17, "=HYPERLINK(\"x\")", Rejection.Code.MISSING, "gName 必填", "<declaration>\n\"甲\"");

        RejectsFile.write(folder.resolve("a.rejects.csv"), after -> after == 0 ? List.of(rejection) : List.of());

        assertThat(Files.readString(folder.resolve("a.rejects.csv")))
                .isEqualTo("\uFEFF行号,业务编号,代码,原因,原文\r\n"
                        + "17,\"'=HYPERLINK(\"\"x\"\")\",MISSING,gName 必填,\"<declaration> \"\"甲\"\"\"\r\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
