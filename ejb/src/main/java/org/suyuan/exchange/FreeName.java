package org.suyuan.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The name under which a file is filed away: its own, or with a number where an earlier file has that. */
public final class FreeName {

    private static final int LONGEST_BYTES = 200; // leaves room for what is appended

    private FreeName() {}

    /** A name that neither a file nor the companions of a file have in this folder. */
    public static String in(Path folder, String fileName) {
        var name = writable(shortened(fileName));
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        var free = name;
        for (int i = 2; isTaken(folder, free); i++) {
            free = name.substring(0, dot) + "-" + i + name.substring(dot);
        }
        return free;
    }

    private static boolean isTaken(Path folder, String name) {
        return Files.exists(folder.resolve(name))
                || Files.exists(folder.resolve(name + ".rejects.csv"))
                || Files.exists(folder.resolve(name + ".reason.txt"));
    }

    private static String shortened(String name) {
        var shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    /** A name from a machine with another locale may not be writable in ours. */
    private static String writable(String name) {
        try {
            return Path.of(name).toString();
        } catch (InvalidPathException e) {
            return name.replaceAll("[^ -~]", "_");
        }
    }
}
