package org.suyuan.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.suyuan.testing.Portal;
import org.suyuan.testing.TestDatabase;

/** A PostgreSQL server with the programs of an administrator, which the one of the other tests lacks. */
record PostgreSqlServer(Path folder, int port) {

    static final String DATABASE = "suyuan";

    /** Makes and starts a server that writes its log to the folder of backups, with an empty database. */
    static PostgreSqlServer create(Path folder, Path backups) throws Exception {
        assertThat(run(Map.of(), "tools/install.sh", "postgresql").exitCode()).isZero();
        var server = new PostgreSqlServer(folder, Portal.freePort());
        server.program(
                "initdb", "-D", folder.toString(), "-U", "postgres", "-A", "scram-sha-256", "--pwfile", password());
        var wal = Files.createDirectories(backups.resolve("wal"));
        Files.writeString(folder.resolve("postgresql.auto.conf"), """
                archive_mode = on
                archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f.tmp && mv %1$s/%%f.tmp %1$s/%%f'
                unix_socket_directories = ''
                max_connections = 60
                """.formatted(wal));
        server.program(
                "pg_ctl", "-D", folder.toString(), "-o", "-p " + server.port(), "-l", folder + ".log", "-w", "start");
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

    void stop() throws Exception {
        program("pg_ctl", "-D", folder.toString(), "-m", "immediate", "-w", "stop");
    }

    Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** The database as a role of the portal reaches it. */
    TestDatabase as(String role) {
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

    static Path programs() throws Exception {
        var found = run(Map.of(), "sh", "-c", "ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1");
        return Path.of(found.printed().strip());
    }

    private void program(String name, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(programs().resolve(name).toString()));
        command.addAll(List.of(arguments));
        var ended = run(Map.of(), command.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.printed()).isZero();
    }

    record Ended(int exitCode, String printed) {}

    /** Runs a program, not as root, which PostgreSQL refuses. */
    static Ended run(Map<String, String> environment, String... command) throws Exception {
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
