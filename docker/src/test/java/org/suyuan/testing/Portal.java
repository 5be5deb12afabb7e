package org.suyuan.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The portal as its users run it: {@code java -jar suyuan.jar}, in a process, home and database of its own. May be killed
 * and started again on the same home.
 */
public final class Portal implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty("suyuan.jar", "target/suyuan.jar"));
    private static final String JAVA = System.getProperty("suyuan.test.java", "-XX:+UseSerialGC");
    private static final Duration START = Duration.ofMinutes(8); // a busy machine takes minutes

    private final Path home;
    private final TestDatabase database;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private Portal(Path home, TestDatabase database, Map<String, String> settings, int port) {
        this.port = port;
        this.home = home;
        this.database = database;
        this.settings = settings;
    }

    /** Starts a portal in training mode whose customs answers by itself. */
    public static Portal training(String name) {
        return start(name, Map.of("SUYUAN_TRAINING", "true"));
    }

    /** Starts a portal with demo accounts and data, in which the test plays customs. */
    public static Portal withoutAnswers(String name) {
        return start(name, Map.of("SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false"));
    }

    /** The same behind a proxy on this machine, which says for whom it speaks. */
    public static Portal behindProxy(String name) {
        return start(
                name,
                Map.of(
                        "SUYUAN_TRAINING",
                        "true",
                        "SUYUAN_TRAINING_ANSWERS",
                        "false",
                        "SUYUAN_PROXIES",
                        "127.0.0.1,::1"));
    }

    public static Portal start(String name, Map<String, String> settings) {
        var portal = stopped(name, settings);
        portal.start();
        return portal;
    }

    /** A portal that is not started yet. */
    public static Portal stopped(String name, Map<String, String> settings) {
        try {
            var home = Files.createTempDirectory("suyuan-" + name + "-");
            return new Portal(home, TestDatabase.fresh(home), settings, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same home with another database and other settings; it is not started yet. */
    public Portal on(TestDatabase another, Map<String, String> otherSettings) {
        return new Portal(home, another, otherSettings, port);
    }

    /** Another node of this portal, on the same home and database; it is not started yet. */
    public Portal node(Map<String, String> ofItsOwn) {
        var all = new TreeMap<>(settings);
        all.putAll(ofItsOwn);
        return new Portal(home, database, all, freePort());
    }

    /** This portal as it is reached through a proxy. */
    public Portal behind(int proxy) {
        return new Portal(home, database, settings, proxy);
    }

    /** Starts a server in training mode that deploys what it is told by {@link #tell}; the test plays customs. */
    public static Portal controlled(String name) {
        var portal = stopped(
                name,
                Map.of(
                        "SUYUAN_TRAINING",
                        "true",
                        "SUYUAN_TRAINING_ANSWERS",
                        "false",
                        "SUYUAN_OPEN_DATA_PER_MINUTE",
                        "1000")); // one test asks as many people
        portal.launch("--control");
        portal.awaitControl();
        return portal;
    }

    /** Waits until a controlled server takes commands. */
    public void awaitControl() {
        awaitLine("SUYUAN CONTROL READY", 1);
    }

    /** Gives a command to a controlled server: {@code deploy FILE} or {@code undeploy NAME}. */
    public boolean tell(String command) {
        var answered = lines("SUYUAN CONTROL (OK|FAILED)").size();
        try {
            process.getOutputStream().write((command + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitLine("SUYUAN CONTROL (OK|FAILED)", answered + 1);
        return lines("SUYUAN CONTROL (OK|FAILED)").get(answered).endsWith("OK");
    }

    /** Starts the process and waits until the portal says that it is ready. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts the process without waiting. */
    public void launch(String... options) {
        var builder =
                new ProcessBuilder(command(options)).redirectErrorStream(true).redirectOutput(log());
        builder.environment().put("SUYUAN_PASSWORD_ITERATIONS", "10000"); // tests sign in often
        builder.environment().put("SUYUAN_PACE", "400"); // tests wait for jobs often
        builder.environment().putAll(settings);
        builder.environment().putAll(database.environment());
        builder.environment().put("SUYUAN_HOME", home.toString());
        try {
            Files.deleteIfExists(log().toPath()); // else an earlier life's words would be read
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    public void awaitReady() {
        awaitLine(".*is ready.*", 1);
    }

    /** Waits until the process ends by itself; its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The portal did not end; see " + log());
        }
        return process.exitValue();
    }

    /** What the process has printed. */
    public String printed() throws IOException {
        return Files.readString(log().toPath());
    }

    /** Warnings and errors in the log, from the oldest on, each with its trace. */
    public List<String> complaints() {
        var node = settings.get("SUYUAN_NODE");
        var logs = (node == null ? home : home.resolve("nodes").resolve(node)).resolve("logs");
        try (var files = Files.list(logs)) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(file -> file.toString().endsWith(".log"))
                    .sorted(Comparator.reverseOrder()) // server.0.log is the newest
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            lines.removeIf(line -> !line.contains("\"Level\":\"WARNING\"") && !line.contains("\"Level\":\"SEVERE\""));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitLine(String pattern, int times) {
        await("the portal on " + home)
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the portal ended; see " + log(), () -> !process.isAlive())
                .until(() -> lines(pattern).size() >= times);
    }

    private List<String> lines(String pattern) {
        try (var lines = Files.lines(log().toPath())) {
            return lines.filter(line -> line.matches(pattern)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String... options) {
        var command = java();
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString(), "--port", String.valueOf(port)));
        command.addAll(List.of(options));
        return command;
    }

    /** The Java that runs the server, and what it is compared with. */
    public static List<String> java() {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(List.of(JAVA.split(" ")));
        return command;
    }

    /** The process of the server. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The console of the portal's administrator. */
    public Console console() {
        return Console.of(process.pid());
    }

    /** Asks the process to end, as a container's engine does; it ends what it has begun. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** Lets the process stand still, as a suspended machine does, until it is {@link #thaw}ed. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process as a power failure would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void killIfStarted() {
        if (process != null) {
            kill();
        }
    }

    /** Ends the process; of its home only the log is kept, in {@code target/portals}. */
    @Override
    public void close() {
        killIfStarted();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public Path home() {
        return home;
    }

    /** A folder of the exchange: {@code exchange("FTR301", "inbox")}. */
    public Path exchange(String messageType, String folder) {
        try {
            return Files.createDirectories(
                    home.resolve("exchange").resolve(messageType).resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file into an inbox as customs does: written under another name, then renamed. */
    public void push(String messageType, String fileName, byte[] content) {
        try {
            var inbox = exchange(messageType, "inbox");
            deliver(Files.write(inbox.resolve(fileName + ".tmp"), content), inbox.resolve(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a finished file its name. It looks old enough to be taken at once: files that may still grow must wait. */
    static void deliver(Path written, Path target) throws IOException {
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().minusSeconds(3)));
        Files.move(written, target);
    }

    /** Names of the files in a folder of the exchange. */
    public List<String> files(String messageType, String folder) {
        try (var files = Files.list(exchange(messageType, folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The single value that the query finds. */
    public Object query(String sql, Object... parameters) {
        var rows = rows(sql, parameters);
        return rows.isEmpty() ? null : rows.get(0).values().iterator().next();
    }

    public long count(String sql, Object... parameters) {
        return ((Number) query(sql, parameters)).longValue();
    }

    /** Rows by lower-case column name. */
    public List<Map<String, Object>> rows(String sql, Object... parameters) {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<Map<String, Object>>();
            try (var result = statement.executeQuery()) {
                var columns = result.getMetaData();
                while (result.next()) {
                    var row = new TreeMap<String, Object>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection of one's own beside the portal's. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** Changes something in the database behind the portal's back. */
    public void execute(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What the process prints; kept with the build's results. */
    private File log() {
        try {
            return Files.createDirectories(Path.of("target", "portals"))
                    .resolve(home.getFileName() + settings.getOrDefault("SUYUAN_NODE", "") + ".log")
                    .toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of this machine that nobody listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
