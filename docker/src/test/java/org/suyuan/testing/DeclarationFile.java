package org.suyuan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** A file FTR301 of any size, written record after record, that gets its name when it is closed. */
public final class DeclarationFile implements AutoCloseable {

    private final Path target;
    private final Path unfinished;
    private final Writer writer;
    private int line = 1;

    private DeclarationFile(Path target, Charset encoding) throws IOException {
        this.target = target;
        this.unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        this.writer = Files.newBufferedWriter(unfinished, encoding);
    }

    public static DeclarationFile create(Path target, OffsetDateTime messageTime) {
        return create(target, messageTime, StandardCharsets.UTF_8);
    }

    public static DeclarationFile create(Path target, OffsetDateTime messageTime, Charset encoding) {
        try {
            var file = new DeclarationFile(target, encoding);
            file.write("""
                    <?xml version="1.0" encoding="%s"?>
                    <FTR301 xmlns="urn:suyuan:ftr:1">
                    <head><messageId>%s</messageId><messageTime>%s</messageTime></head>
                    """.formatted(
                            encoding.name(),
                            "F" + System.nanoTime(),
                            messageTime.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the line on which the record begins */
    public int add(String record) {
        int begins = line;
        write(record);
        return begins;
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line += (int) text.chars().filter(c -> c == '\n').count();
    }

    @Override
    public void close() {
        write("</FTR301>\n");
        try {
            writer.close();
            Portal.deliver(unfinished, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
