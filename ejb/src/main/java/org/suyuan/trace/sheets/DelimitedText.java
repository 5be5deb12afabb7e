package org.suyuan.trace.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.table.CsvText;

/** CSV files in UTF-8, UTF-16 or GB18030, split at commas, semicolons or tabs; and cells copied from a spreadsheet. */
final class DelimitedText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int LINES_TO_JUDGE_BY = 20;

    private DelimitedText() {}

    static SourceSheet file(byte[] bytes, Locale language) {
        var text = decoded(bytes);
        var sheet = read(text, separator(text), new SourceSheet("", language));
        if (!sheet.hasHeader()) {
            throw new Refusal("sheet.noHeader");
        }
        return sheet;
    }

    static SourceSheet pasted(String text, Locale language) {
        var named = lines(text, '\t').limit(1).anyMatch(cells -> names(cells) > 1);
        var sheet = new SourceSheet("", language);
        if (!named) {
            sheet.expectTemplateOrder();
        }
        return read(text, '\t', sheet);
    }

    private static SourceSheet read(String text, char separator, SourceSheet sheet) {
        try {
            int number = 0;
            for (var lines = lines(text, separator).iterator(); lines.hasNext() && !sheet.isHopeless(); ) {
                sheet.add(
                        ++number, lines.next().stream().map(DelimitedText::cell).toList());
            }
            return sheet;
        } catch (CsvParseException e) {
            throw new Refusal("sheet.unreadable");
        }
    }

    private static SourceCell cell(String text) {
        return SourceCell.of(CsvText.original(text));
    }

    private static char separator(String text) {
        return SEPARATORS.stream()
                .max(Comparator.comparingInt(separator -> mostNames(text, separator)))
                .orElseThrow();
    }

    private static int mostNames(String text, char separator) {
        try {
            return lines(text, separator)
                    .limit(LINES_TO_JUDGE_BY)
                    .mapToInt(DelimitedText::names)
                    .max()
                    .orElse(0);
        } catch (CsvParseException e) {
            return 0;
        }
    }

    private static int names(List<String> cells) {
        return (int) cells.stream()
                .filter(cell -> SalesColumn.named(cell).isPresent())
                .count();
    }

    private static Stream<List<String>> lines(String text, char separator) {
        return CsvText.lines(text, separator);
    }

    private static String decoded(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return strictly(StandardCharsets.UTF_8, bytes);
        } catch (CharacterCodingException notUtf8) {
            try {
                return strictly(GB18030, bytes);
            } catch (CharacterCodingException e) {
                throw new Refusal("sheet.unreadable");
            }
        }
    }

    private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
