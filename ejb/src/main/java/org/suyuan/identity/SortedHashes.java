package org.suyuan.identity;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text file of SHA-1 hashes, a line each in the order of the hashes, as Have I Been Pwned publishes the passwords of breaches:
 * {@code 21BD1…:2}. It may have 40 GB: a hash is found by bisection, in some forty reads.
 */
record SortedHashes(Path file) {

    private static final Pattern LINE = Pattern.compile("(?i)([0-9A-F]{40})(:\\d+)?");

    /** Longer than any line. */
    private static final int REACH = 128;

    /** @throws IllegalStateException when the file cannot be read or holds something else */
    void requireReadable() {
        try {
            holds("0".repeat(40));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "suyuan.password.breached is \"" + file
                            + "\", which cannot be read as SHA-1 hashes in their order, one" + " a line: " + e
                            + ". Set it to such a file or leave it out.",
                    e);
        }
    }

    /** @param hash in hexadecimal capitals */
    boolean holds(String hash) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long low = 0; // the line, if there is one, begins from here on
            long high = bytes.length(); // and before this
            while (low < high) {
                var line = lineAround((low + high) >>> 1, bytes);
                var order = line.hash.compareTo(hash);
                if (order == 0) {
                    return true;
                } else if (order < 0) {
                    low = line.next;
                } else {
                    high = line.begin;
                }
            }
            return false;
        }
    }

    /** @param next where the line after it begins */
    private record Line(long begin, String hash, long next) {}

    private static Line lineAround(long middle, RandomAccessFile bytes) throws IOException {
        var from = Math.max(0, middle - REACH);
        var block = new byte[(int) Math.min(bytes.length() - from, 2L * REACH)];
        bytes.seek(from);
        bytes.readFully(block);
        var text = new String(block, StandardCharsets.ISO_8859_1);
        int at = (int) (middle - from);
        int begin = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        var found = LINE.matcher(text.substring(begin, end).strip());
        if (!found.matches()) {
            throw new IOException("no hash at byte " + (from + begin));
        }
        return new Line(from + begin, found.group(1).toUpperCase(Locale.ROOT), from + end + 1);
    }
}
