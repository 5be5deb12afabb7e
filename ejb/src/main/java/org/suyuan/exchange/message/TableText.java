package org.suyuan.exchange.message;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The characters of an authority's table. */
final class TableText {

    /** One in so many characters NUL, and the bytes mean something else. */
    private static final int NULS_TELL = 100;

    private static final char NO_CHARACTER = '\uFFFD';

    private final Path file;
    private final Encoding encoding;

    /** How the file is written, and how many bytes tell so at its beginning. */
    private record Encoding(Charset charset, int mark) {}

    private TableText(Path file, Encoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** In the encoding that the file's byte order mark tells, else in the first that all bytes fit. */
    static TableText of(Path file, List<Charset> encodings) throws IOException, MessageFault {
        var marked = marked(file);
        var possible = marked.isPresent()
                ? List.of(marked.get())
                : encodings.stream().map(charset -> new Encoding(charset, 0)).toList();
        for (var encoding : possible) {
            if (fits(file, encoding)) {
                return new TableText(file, encoding);
            }
        }
        throw new MessageFault(
                1,
                "字节不符合编码 "
                        + possible.stream().map(e -> e.charset().name()).collect(Collectors.joining("、"))
                        + "；在映射的 encodings 中写明文件的编码");
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

    private static boolean fits(Path file, Encoding encoding) throws IOException {
        try (var reader = new InputStreamReader(
                open(file, encoding.mark()), encoding.charset().newDecoder())) {
            var buffer = new char[1 << 16];
            long characters = 0;
            long nuls = 0;
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                characters += count;
                nuls += CharBuffer.wrap(buffer, 0, count)
                        .chars()
                        .filter(c -> c == 0)
                        .count();
            }
            return nuls * NULS_TELL <= characters;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static InputStream open(Path file, int mark) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.skipNBytes(mark);
        return bytes;
    }

    /** The text from its beginning, with blanks in the place of control characters. */
    BufferedReader reader() throws IOException {
        return new BufferedReader(
                new Printable(new InputStreamReader(open(file, encoding.mark()), encoding.charset())));
    }

    /** A value as it is stored: on one line, without what is no character. */
    static String value(String text) {
        var characters = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> characters.appendCodePoint(
                        isControl(c) || Character.isSpaceChar(c)
                                ? ' '
                                : Character.getType(c) == Character.SURROGATE ? NO_CHARACTER : c));
        return MessageStream.collapsed(characters.toString());
    }

    /** A name by which columns are known, however it was typed. */
    static String columnName(String text) {
        return value(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }

    private static final class Printable extends FilterReader {

        Printable(Reader characters) {
            super(characters);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return isControl(c) ? ' ' : c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            for (int i = offset; i < offset + count; i++) {
                if (isControl(buffer[i])) {
                    buffer[i] = ' ';
                }
            }
            return count;
        }
    }
}
