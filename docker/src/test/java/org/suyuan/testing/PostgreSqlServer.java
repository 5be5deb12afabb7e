package org.suyuan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server with the programs of an administrator, which the one of the other tests lacks. */
public record PostgreSqlServer(Path folder, int port) {

    public static final String DATABASE = "suyuan";

    /** Makes and starts a server that writes its log to the folder of backups, with an empty database. */
    public static PostgreSqlServer create(Path folder, Path backups) throws Exception {
        assertThat(run(Map.of(), "tools/install.sh", "postgresql").exitCode()).isZero();
        var server = new PostgreSqlServer(folder, Portal.freePort());
        server.program(
                "initdb", "-D", folder.toString(), "-U", "postgres", "-A", "scram-sha-256", "--pwfile", password());
        var wal = Files.createDirectories(backups.resolve("wal"));
        Files.writeString(folder.resolve("postgresql.auto.conf"), """
                archive_mode = on
                archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f.tmp && mv %1$s/%%f.tmp %1$s/%%f'
                unix_socket_directories = ''
                max_connections = 150
                """.formatted(wal));
        server.start();
        try (var connection = server.connect("postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        return server;
    }

    private static String password() throws IOException {
        var file = Files.createTempFile("suyuan-", ".password");
        file.toFile().deleteOnExit();
        return Files.writeString(file, "postgres").toString();
    }

    public void start() throws Exception {
        program("pg_ctl", "-D", folder.toString(), "-o", "-p " + port, "-l", folder + ".log", "-w", "start");
    }

    /** Ends the server as a power failure would, and waits until the last of its processes is gone. */
    public void kill() throws IOException {
        var server = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(folder.resolve("postmaster.pid")).get(0)))
                .orElseThrow();
        var all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await("the end of PostgreSQL")
                .atMost(Duration.ofSeconds(30))
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    public void stop() throws Exception {
        program("pg_ctl", "-D", folder.toString(), "-m", "immediate", "-w", "stop");
    }

    public Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** The database as a role of the portal reaches it. */
    public TestDatabase as(String role) {
        return new TestDatabase() {
            @Override
            public Map<String, String> environment() {
                return Map.of(
                        "SUYUAN_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                        "SUYUAN_DB_USER",
                        role,
                        "SUYUAN_DB_PASSWORD",
                        role);
            }

            @Override
            public Connection connect() throws SQLException {
                return PostgreSqlServer.this.connect(DATABASE, role, role);
            }
        };
    }

    public static Path programs() throws Exception {
        var found = run(Map.of(), "sh", "-c", "ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1");
        return Path.of(found.printed().strip());
    }

    private void program(String name, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(programs().resolve(name).toString()));
        command.addAll(List.of(arguments));
        var ended = run(Map.of(), command.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.printed()).isZero();
    }

    public record Ended(int exitCode, String printed) {}

    /** Runs a program, not as root, which PostgreSQL refuses. */
    public static Ended run(Map<String, String> environment, String... command) throws Exception {
        var whole = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root") && !command[0].startsWith("tools/install")) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(command));
        var printed = File.createTempFile("suyuan-", ".out");
        printed.deleteOnExit();
        var builder = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(printed);
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        return new Ended(process.exitValue(), Files.readString(printed.toPath()));
    }
}
