package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.testing.Portal;

/**
 * How long the portal takes to start and how much memory it then has, beside the bare Payara Micro it is made of with an empty
 * application. {@code docs/benchmarks.md} has the command and what was measured.
 */
@Tag("H13")
class StartBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final String READY = ".*Payara Micro.*ready in.*";
    private static final double KILOBYTES_OF_MEGABYTE = 1024;

    @TempDir
    private Path folder;

    /** Seconds of the clock and of processor time until it is ready; then megabytes of memory that are resident. */
    private record Start(double wall, double cpu, double resident) {

        static Start of(ProcessHandle process, long begun) throws IOException {
            return new Start((System.nanoTime() - begun) / 1e9, Cpu.seconds(process), residentMemory(process));
        }

        private static double residentMemory(ProcessHandle process) throws IOException {
            try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum()
                        / KILOBYTES_OF_MEGABYTE;
            }
        }

        static Start median(List<Start> starts) {
            return starts.stream()
                    .sorted((one, other) -> Double.compare(one.cpu, other.cpu))
                    .toList()
                    .get(starts.size() / 2);
        }

        String over(Start yardstick) {
            return String.format(
                    Locale.ROOT,
                    "clock × %.2f, CPU × %.2f, memory × %.2f",
                    wall / yardstick.wall,
                    cpu / yardstick.cpu,
                    resident / yardstick.resident);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s, %.1f s of CPU, %.0f MB", wall, cpu, resident);
        }
    }

    @Test
    void the_portal_beside_its_server() throws Exception {
        var bare = new ArrayList<Start>();
        var first = new ArrayList<Start>();
        var again = new ArrayList<Start>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(bare());
            try (var portal = Portal.stopped("start", Map.of("SUYUAN_TRAINING", "true"))) {
                first.add(start(portal));
                portal.kill();
                again.add(start(portal));
            }
            say("bare %s; first start %s; start %s", bare.get(round), first.get(round), again.get(round));
        }
        var yardstick = Start.median(bare);
        say("Payara Micro with an empty application: %s", yardstick);
        say(
                "portal, first start, on an empty database: %s: %s",
                Start.median(first), Start.median(first).over(yardstick));
        say(
                "portal, later starts: %s: %s",
                Start.median(again), Start.median(again).over(yardstick));
    }

    private static Start start(Portal portal) throws IOException {
        long begun = System.nanoTime();
        portal.start();
        return Start.of(portal.process(), begun);
    }

    private Start bare() throws IOException {
        var application = folder.resolve("empty.war");
        try (var war = new ZipOutputStream(Files.newOutputStream(application))) {
            war.putNextEntry(new ZipEntry("index.html"));
            war.write("empty".getBytes(StandardCharsets.UTF_8));
        }
        var command = new ArrayList<>(Portal.java());
        command.addAll(List.of(
                "-jar",
                micro(),
                "--deploy",
                application.toString(),
                "--port",
                String.valueOf(Portal.freePort()),
                "--nohazelcast",
                "--disablephonehome"));
        long begun = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var line = lines.readLine();
            while (line != null && !line.matches(READY)) {
                line = lines.readLine();
            }
            assertThat(line).as("the bare server is ready").isNotNull();
            return Start.of(process.toHandle(), begun);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The jar of the release that the portal is built of. */
    private static String micro() {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classes.split(":"))
                .filter(jar -> jar.matches(".*/payara-micro-[^/]*\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
