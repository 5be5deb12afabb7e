package org.suyuan.shared.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** CSV (RFC 4180) as spreadsheets read and write it. */
public final class CsvText {

    /** Tells Excel that the text is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String FORMULA_BEGINS = "=+-@\t\r＝＋－＠";

    private CsvText() {}

    /** What stands for a quote where quotes are no more than text. */
    public static final char NO_QUOTE = '\0';

    private static final char QUOTE = '"';

    /** The lines of a text one by one, each with all its cells; the last line may lack its quote. */
    public static Stream<List<String>> lines(String text, char separator) {
        return lines(text, separator, QUOTE);
    }

    public static Stream<List<String>> lines(String text, char separator, char quote) {
        return reader(separator, quote).ofCsvRecord(text).stream().map(CsvRecord::getFields);
    }

    /** The lines of a file of any size, each with its number and all its cells. */
    public static CsvReader<CsvRecord> records(Reader file, char separator, char quote) {
        return reader(separator, quote).ofCsvRecord(file);
    }

    /** False when something follows on a closing quote, so that a cell may be taken to end where it does not. */
    public static boolean isWellQuoted(Reader file, char separator, char quote) {
        try {
            reader(separator, quote)
                    .allowExtraCharsAfterClosingQuote(false)
                    .ofCsvRecord(file)
                    .forEach(line -> {});
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }

    private static CsvReader.CsvReaderBuilder reader(char separator, char quote) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true);
    }

    /** Begins a file: the mark that spreadsheets need, then lines to come. */
    public static CsvWriter begin(Writer target) throws IOException {
        target.write(BYTE_ORDER_MARK);
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(target);
    }

    /** A text on one line that no spreadsheet takes for a formula; nothing for null. */
    public static String harmless(String text) {
        if (text == null) {
            return "";
        }
        var line = text.replaceAll("[\\r\\n]+", " ");
        return !line.isEmpty() && FORMULA_BEGINS.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }

    /** Undoes {@link #harmless}. */
    public static String original(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA_BEGINS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    static byte[] written(Table table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = begin(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            writer.writeRecord(table.header());
            for (var row : table.rows()) {
                writer.writeRecord(row.stream().map(CsvText::cell).toList());
            }
        }
        return bytes.toByteArray();
    }

    private static String cell(Object value) {
        if (value instanceof BigDecimal quantity) {
            return quantity.stripTrailingZeros().toPlainString();
        }
        return value == null || value instanceof String ? harmless((String) value) : value.toString();
    }
}
