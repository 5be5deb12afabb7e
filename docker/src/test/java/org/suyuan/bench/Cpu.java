package org.suyuan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Seconds of processor time that a process and all its children have used, dead ones included, as Linux counts them. */
final class Cpu {

    private static final double TICKS_A_SECOND = 100;

    /** Fields of {@code /proc/…/stat} after the name: own time in user and kernel mode, and that of dead children. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;

    private Cpu() {}

    /** The server of a connection: PostgreSQL with all that works for it. */
    static ProcessHandle database(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    static double seconds(ProcessHandle... processes) {
        return Stream.of(processes)
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .mapToDouble(process -> ticks(process.pid()))
                        .sum()
                / TICKS_A_SECOND;
    }

    private static long ticks(long process) {
        try {
            var line = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Stream.of(fields)
                    .skip(FIRST_TIME)
                    .limit(TIMES)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException e) {
            return 0; // ended a moment ago; its parent has its time
        } catch (IOException e) {
            throw new IllegalStateException("Processor time of process " + process, e);
        }
    }
}
