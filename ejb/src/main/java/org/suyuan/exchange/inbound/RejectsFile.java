package org.suyuan.exchange.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.suyuan.exchange.message.Rejection;
import org.suyuan.shared.table.CsvText;

/**
 * {@code <file>.rejects.csv}: the rejected records of a file, for people with a spreadsheet: UTF-8 with a byte order mark,
 * one record a line, and no cell that a spreadsheet would take for a formula.
 */
final class RejectsFile {

    private RejectsFile() {}

    /** @param after gives the next few records that follow the one with this number; none at the end */
    static void write(Path target, LongFunction<List<Rejection>> after) throws IOException {
        var unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        write(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8), after);
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Writer target, LongFunction<List<Rejection>> after) throws IOException {
        try (var lines = CsvText.begin(target)) {
            lines.writeRecord("行号", "业务编号", "代码", "原因", "原文");
            for (var some = after.apply(0);
                    !some.isEmpty();
                    some = after.apply(some.get(some.size() - 1).number())) {
                some.forEach(rejection -> lines.writeRecord(cells(rejection)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> cells(Rejection rejection) {
        return Stream.of(
                        String.valueOf(rejection.line()),
                        rejection.key(),
                        rejection.code().name(),
                        rejection.reason(),
                        rejection.raw())
                .map(CsvText::harmless)
                .toList();
    }
}
