package org.suyuan.exchange.message;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An authority's table, read as records of FTR401 to FTR404 by the mapping that the name of the file begins with: {@code
 * rasff-2023.csv} by {@code rasff.mapping}. The time of the file counts as that of a message.
 */
public final class TableStream implements RecordStream {

    /** Folder of these files. */
    public static final String TYPE = "FTR400";

    private static final int LONGEST_RAW = 30_000;
    private static final Pattern MAPPING_NAME = Pattern.compile("([\\p{L}\\p{N}]+)(?:[^\\p{L}\\p{N}].*)?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final TableMapping mapping;
    private final MessageHead head;
    private final TableRows rows;
    private final String fileName;
    private long number;

    private TableStream(TableMapping mapping, MessageHead head, TableRows rows, String fileName) {
        this.mapping = mapping;
        this.head = head;
        this.rows = rows;
        this.fileName = fileName;
    }

    /**
     * @param mappings folder in which an administrator keeps his own mappings, which win over those of the portal
     * @param now a file that says it is younger counts as made now
     */
    public static TableStream open(Path file, Path mappings, Instant now) throws IOException, MessageFault {
        var fileName = file.getFileName().toString();
        var mapping = mapping(fileName, mappings, now.atZone(ZoneOffset.UTC).toLocalDate());
        var modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS);
        var time = modified.isAfter(now) ? now : modified;
        return new TableStream(mapping, new MessageHead(TYPE, time), rows(file, mapping), fileName);
    }

    private static TableRows rows(Path file, TableMapping mapping) throws IOException, MessageFault {
        if (Workbook.isOne(file)) {
            return Workbook.rows(file, mapping);
        }
        var text = TableText.of(file, mapping.encodings());
        return JsonRows.isJson(text) ? new JsonRows(mapping, text) : new CsvRows(mapping, mapping.cells(), text);
    }

    private static TableMapping mapping(String fileName, Path mappings, LocalDate today)
            throws IOException, MessageFault {
        var named = MAPPING_NAME.matcher(fileName);
        if (named.matches()) {
            var name = named.group(1).toLowerCase(Locale.ROOT) + ".mapping";
            var own = own(mappings, name);
            if (own.isPresent()) {
                try {
                    return read(Files.readString(own.get()), name, today);
                } catch (CharacterCodingException e) {
                    throw TableMapping.wrong(name, "应以 UTF-8 编码保存");
                }
            }
            try (var shipped = TableStream.class.getResourceAsStream("/exchange/mappings/" + name)) {
                if (shipped != null) {
                    return read(new String(shipped.readAllBytes(), StandardCharsets.UTF_8), name, today);
                }
            }
        }
        throw new MessageFault(
                1,
                "没有这个文件的映射：文件名应以映射的名称开头，其后不能紧接字母或数字，如 rasff-2023.csv 用 rasff.mapping；自己的映射放在 "
                        + mappings.getFileName());
    }

    private static Optional<Path> own(Path mappings, String name) throws IOException {
        if (!Files.isDirectory(mappings)) {
            return Optional.empty();
        }
        try (var files = Files.list(mappings)) {
            return files.filter(file -> file.getFileName().toString().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    private static TableMapping read(String text, String name, LocalDate today) throws IOException, MessageFault {
        var settings = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .map(line -> TableMapping.isReplacement(line) ? line.replace("\\", "\\\\") : line) // no escapes there
                .collect(Collectors.joining("\n"));
        return TableMapping.read(new StringReader(settings), name, today);
    }

    @Override
    public SourceRecord next() throws MessageFault {
        var row = rows.next();
        if (row == null) {
            return null;
        }
        var raw = String.join(",", row.cells());
        row.values().put(CellTemplate.ROW, fingerprint(row.cells()));
        row.values().put(CellTemplate.FILE, fileName);
        return new SourceRecord(
                head,
                mapping.category().messageType(),
                ++number,
                row.line(),
                mapping.values(row.values()),
                List.of(),
                row.fault(),
                raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW),
                2 * raw.length());
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
        rows.close();
    }
}
