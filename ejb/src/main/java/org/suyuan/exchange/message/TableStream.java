package org.suyuan.exchange.message;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.suyuan.shared.table.CsvText;

/**
 * An authority's table, read as records of FTR401 to FTR404 by the mapping that the name of the file begins with: {@code
 * rasff-2023.csv} by {@code rasff.mapping}. The time of the file counts as that of a message.
 */
public final class TableStream implements RecordStream {

    /** Folder of these files. */
    public static final String TYPE = "FTR400";

    private static final int LONGEST_LINE = 1_000_000;
    private static final int LOOKED_AT = 100_000;
    private static final int ROWS_BEFORE_HEADING = 20;
    private static final String SEPARATORS = ",;\t|";
    private static final int LONGEST_RAW = 30_000;
    private static final Pattern MAPPING_NAME = Pattern.compile("([a-z0-9]+)(?:[-._].*)?");

    /** Where the table begins, and what lies between its cells. */
    private record Heading(char separator, int rowsBefore, int missing) {}

    /** How the file is written, and how many bytes tell so at its beginning. */
    private record Encoding(Charset charset, int mark) {}

    private record Row(int line, List<String> cells, Map<String, String> values, String fault) {}

    private final TableMapping mapping;
    private final MessageHead head;
    private final BufferedReader characters;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private final char separator;
    private int line;
    private long number;

    private TableStream(TableMapping mapping, MessageHead head, BufferedReader characters)
            throws IOException, MessageFault {
        this.mapping = mapping;
        this.head = head;
        this.characters = characters;
        if (mapping.format() == TableMapping.Format.CSV) {
            var heading = heading(mapping, characters);
            separator = heading.separator();
            records = CsvText.records(characters, separator).iterator();
            for (int i = 0; i < heading.rowsBefore(); i++) {
                nextRecord();
            }
            var first = nextRecord();
            header = first == null
                    ? List.of()
                    : first.getFields().stream().map(TableStream::columnName).toList();
            requireColumns();
        } else {
            records = null;
            header = null;
            separator = ',';
        }
    }

    /**
     * @param mappings folder in which an administrator keeps his own mappings, which win over those of the portal
     * @param now a file that says it is younger counts as made now
     */
    public static TableStream open(Path file, Path mappings, Instant now) throws IOException, MessageFault {
        var mapping = mapping(file.getFileName().toString(), mappings);
        var modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS);
        var time = modified.isAfter(now) ? now : modified;
        var encoding = encoding(file, mapping);
        var characters = new BufferedReader(new InputStreamReader(open(file, encoding.mark()), encoding.charset()));
        try {
            return new TableStream(mapping, new MessageHead(TYPE, time), characters);
        } catch (MessageFault e) {
            characters.close();
            throw e;
        }
    }

    private static TableMapping mapping(String fileName, Path mappings) throws IOException, MessageFault {
        var named = MAPPING_NAME.matcher(fileName.toLowerCase(Locale.ROOT));
        if (named.matches()) {
            var name = named.group(1) + ".mapping";
            if (Files.isRegularFile(mappings.resolve(name))) {
                try (var text = Files.newBufferedReader(mappings.resolve(name))) {
                    return TableMapping.read(text, name);
                }
            }
            try (var shipped = TableStream.class.getResourceAsStream("/exchange/mappings/" + name)) {
                if (shipped != null) {
                    return TableMapping.read(new InputStreamReader(shipped, StandardCharsets.UTF_8), name);
                }
            }
        }
        throw new MessageFault(
                1, "没有这个文件的映射：文件名应以映射的名称开头，如 rasff-2023.csv 用 rasff.mapping；自己的映射放在 " + mappings.getFileName());
    }

    /** The one that the file's byte order mark tells, else the first of the mapping that all bytes fit. */
    private static Encoding encoding(Path file, TableMapping mapping) throws IOException, MessageFault {
        var marked = marked(file);
        var possible = marked.isPresent()
                ? List.of(marked.get())
                : mapping.encodings().stream()
                        .map(charset -> new Encoding(charset, 0))
                        .toList();
        for (var encoding : possible) {
            if (fits(file, encoding)) {
                return encoding;
            }
        }
        throw new MessageFault(
                1, "字节不符合编码 " + possible.stream().map(e -> e.charset().name()).collect(Collectors.joining("、")));
    }

    private static Optional<Encoding> marked(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var begin = HexFormat.of().formatHex(bytes.readNBytes(3));
            return begin.equals("efbbbf")
                    ? Optional.of(new Encoding(StandardCharsets.UTF_8, 3))
                    : begin.startsWith("fffe")
                            ? Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2))
                            : begin.startsWith("feff")
                                    ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2))
                                    : Optional.empty();
        }
    }

    /** A character NUL tells that the bytes mean something else; no database takes it either. */
    private static boolean fits(Path file, Encoding encoding) throws IOException {
        try (var reader = new InputStreamReader(
                open(file, encoding.mark()), encoding.charset().newDecoder())) {
            var buffer = new char[1 << 16];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                if (CharBuffer.wrap(buffer, 0, count).chars().anyMatch(c -> c == 0)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static InputStream open(Path file, int mark) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.skipNBytes(mark);
        return bytes;
    }

    /** The first row that has all columns, or else the most, whatever usual character lies between its cells. */
    private static Heading heading(TableMapping mapping, BufferedReader characters) throws IOException {
        characters.mark(LOOKED_AT + 1);
        var begin = new char[LOOKED_AT];
        int count = 0;
        for (int read = 0; read >= 0 && count < LOOKED_AT; count += Math.max(0, read)) {
            read = characters.read(begin, count, LOOKED_AT - count);
        }
        characters.reset();
        var separators = mapping.separator() == null ? SEPARATORS : String.valueOf(mapping.separator());
        var best = new Heading(separators.charAt(0), 0, Integer.MAX_VALUE);
        for (var separator : separators.toCharArray()) {
            var rows = rows(new String(begin, 0, count), separator);
            for (int i = 0; i < rows.size(); i++) {
                int missing = mapping.missing(rows.get(i).stream()
                                .map(TableStream::columnName)
                                .toList())
                        .size();
                if (missing < best.missing()) {
                    best = new Heading(separator, i, missing);
                }
            }
        }
        return best;
    }

    /** The first rows, as far as they can be read so. */
    private static List<List<String>> rows(String text, char separator) {
        var rows = new ArrayList<List<String>>();
        try (var lines = CsvText.lines(text, separator)) {
            lines.limit(ROWS_BEFORE_HEADING + 1L).forEach(rows::add);
        } catch (CsvParseException e) {
            // another separator may fit better; if none does, reading on names the line
        }
        return rows;
    }

    private void requireColumns() throws MessageFault {
        var missing = mapping.missing(header);
        if (!missing.isEmpty()) {
            throw new MessageFault(
                    Math.max(1, line),
                    "缺少列 " + String.join("、", missing) + "；文件中有 "
                            + String.join("、", header.stream().limit(50).toList()));
        }
    }

    @Override
    public SourceRecord next() throws MessageFault {
        var row = mapping.format() == TableMapping.Format.CSV ? nextOfCsv() : nextOfJson();
        if (row == null) {
            return null;
        }
        var raw = String.join(String.valueOf(separator), row.cells());
        var values = mapping.values(row.values(), fingerprint(row.cells()));
        return new SourceRecord(
                head,
                mapping.category().messageType(),
                ++number,
                row.line(),
                values,
                List.of(),
                row.fault(),
                raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW),
                2 * raw.length());
    }

    private Row nextOfCsv() throws MessageFault {
        var record = nextRecord();
        while (record != null && record.getFields().stream().allMatch(String::isBlank)) {
            record = nextRecord();
        }
        if (record == null) {
            return null;
        }
        var cells = record.getFields();
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            values.putIfAbsent(
                    header.get(i), MessageStream.collapsed(cells.get(i).replace('\u00A0', ' ')));
        }
        var fault = cells.size() == header.size() ? null : "应有 " + header.size() + " 列，实有 " + cells.size() + " 列";
        return new Row(line, cells, values, fault);
    }

    private CsvRecord nextRecord() throws MessageFault {
        try {
            var record = records.hasNext() ? records.next() : null;
            line = record == null ? line : (int) record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            throw new MessageFault(line, "CSV 有错误：引号不成对，或单元格过长");
        } catch (UncheckedIOException e) {
            throw new MessageFault(line, "文件无法继续读取");
        }
    }

    private Row nextOfJson() throws MessageFault {
        var text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        if (text == null) {
            return null;
        }
        var values = new TreeMap<String, String>();
        String fault = null;
        try (var reader = Json.createReader(new StringReader(text))) {
            collect("", reader.readObject(), values);
        } catch (JsonException | IllegalStateException e) {
            fault = "这一行不是 JSON 对象";
        }
        return new Row(line, List.of(text), values, fault);
    }

    private String nextLine() throws MessageFault {
        try {
            line++;
            var text = characters.readLine();
            if (text != null && text.length() > LONGEST_LINE) {
                throw new MessageFault(line, "行过长");
            }
            return text;
        } catch (IOException e) {
            throw new MessageFault(line, "文件无法继续读取");
        }
    }

    private static void collect(String prefix, JsonObject object, Map<String, String> values) {
        object.forEach((name, value) -> {
            var column = prefix + columnName(name);
            switch (value.getValueType()) {
                case OBJECT -> collect(column + ".", value.asJsonObject(), values);
                case ARRAY ->
                    values.put(
                            column,
                            value.asJsonArray().stream().map(TableStream::text).collect(Collectors.joining("; ")));
                default -> values.put(column, text(value));
            }
        });
    }

    private static String text(JsonValue value) {
        var text = value instanceof JsonString string
                ? string.getString()
                : value == JsonValue.NULL ? "" : value.toString();
        return MessageStream.collapsed(text.replace('\0', ' '));
    }

    private static String columnName(String name) {
        return MessageStream.collapsed(name).toLowerCase(Locale.ROOT);
    }

    private static String fingerprint(List<String> cells) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var cell : cells) {
                digest.update((cell + '\u001F').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
