package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedHashesTest {

    @TempDir
    private Path folder;

    @Test
    void each_hash_of_the_file_is_found_and_none_that_stands_between_two() throws Exception {
        for (int count : List.of(1, 2, 3, 1_000)) {
            for (var end : List.of("\n", "\r\n")) {
                var there = IntStream.range(0, count)
                        .mapToObj(SortedHashesTest::hash)
                        .sorted()
                        .toList();
                var lines = IntStream.range(0, count)
                        .mapToObj(row -> there.get(row) + ":" + (row % 7 == 0 ? 9_999_999 : row))
                        .toList();
                for (var last : List.of("", end)) {
                    var hashes = file(String.join(end, lines) + last);
                    for (var hash : there) {
                        assertThat(hashes.holds(hash)).as(count + " " + hash).isTrue();
                    }
                    for (int other = count; other < count + 200; other++) {
                        assertThat(hashes.holds(hash(other))).isFalse();
                    }
                    assertThat(hashes.holds("0".repeat(40))).isFalse();
                    assertThat(hashes.holds("F".repeat(40))).isFalse();
                }
            }
        }
    }

    @Test
    void a_file_that_is_not_there_or_holds_something_else_is_named() throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SortedHashes(folder.resolve("none.txt")).requireReadable())
                .withMessageContaining("none.txt");
        assertThatIllegalStateException()
                .isThrownBy(() -> file("password\n123456\n").requireReadable())
                .withMessageContaining("no hash at byte");
        assertThatIllegalStateException()
                .isThrownBy(() -> new SortedHashes(folder).requireReadable())
                .withMessageContaining(folder.toString());
        file("").requireReadable();
    }

    private SortedHashes file(String content) throws IOException {
        return new SortedHashes(Files.writeString(folder.resolve("hashes.txt"), content));
    }

    private static String hash(int number) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1")
                            .digest(new byte[] {(byte) number, (byte) (number >> 8)}));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
