package org.suyuan.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The virtual card control beside a portal in training mode, as {@code docker/tools/card-control} starts it. */
public final class CardReader implements AutoCloseable {

    private final Process process;
    private final Queue<String> printed = new ConcurrentLinkedQueue<>();

    public CardReader(Portal portal, int port) {
        var builder = new ProcessBuilder("tools/card-control").redirectErrorStream(true);
        builder.environment().put("SUYUAN_HOME", portal.home().toString());
        builder.environment().put("SUYUAN_CARD_PORT", String.valueOf(port));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        new Thread(this::read, "card control").start();
        awaitLine("The virtual card control listens");
    }

    public void insert(String card) {
        tell("insert " + card, "In the reader: " + card);
    }

    public void eject() {
        tell("eject", "No card in the reader");
    }

    private void tell(String command, String answer) {
        printed.clear();
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitLine(answer);
    }

    private void awaitLine(String beginning) {
        await("the card control says " + beginning)
                .atMost(Duration.ofMinutes(3)) // it may install SoftHSM first
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The card control ended: " + printed);
                    }
                })
                .until(() -> printed.stream().anyMatch(line -> line.startsWith(beginning)));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(printed::add);
        } catch (IOException | UncheckedIOException e) {
            printed.add(e.toString()); // the process was ended
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
