package org.suyuan.exchange.inbound;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.exchange.message.Rejection;

/**
 * {@code <file>.rejects.csv}: the rejected records of a file, for people with a spreadsheet: UTF-8 with a byte order mark,
 * one record a line, and no cell that a spreadsheet would take for a formula.
 */
final class RejectsFile {

    private static final String HEADER = "\uFEFF行号,业务编号,代码,原因,原文\r\n";

    private RejectsFile() {}

    /** @param after gives the next few records that follow the one with this number; none at the end */
    static void write(Path target, LongFunction<List<Rejection>> after) throws IOException {
        var unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        try (var writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            writer.write(HEADER);
            for (var some = after.apply(0);
                    !some.isEmpty();
                    some = after.apply(some.get(some.size() - 1).number())) {
                for (var rejection : some) {
                    writeLine(writer, rejection);
                }
            }
        }
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeLine(Writer writer, Rejection rejection) throws IOException {
        writer.write(Stream.of(
                        String.valueOf(rejection.line()),
                        rejection.key(),
                        rejection.code().name(),
                        rejection.reason(),
                        rejection.raw())
                .map(RejectsFile::cell)
                .collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(String text) {
        if (text == null) {
            return "";
        }
        var line = text.replaceAll("[\\r\\n]+", " ");
        var harmless = !line.isEmpty() && "=+-@\t".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
