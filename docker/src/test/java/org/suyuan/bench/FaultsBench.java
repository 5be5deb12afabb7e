package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suyuan.load.Load;
import org.suyuan.testing.Nodes;
import org.suyuan.testing.Portal;
import org.suyuan.testing.PostgreSqlServer;

/**
 * Some nodes on PostgreSQL behind the proxy, whose exchange folder is a small file system of its own, while operators file:
 * a node is killed, one stands still for longer than its leases last, PostgreSQL is killed, the disk of the exchange folder is
 * full, the clock of one node is wrong, and all nodes are restarted in turn by {@code docker/tools/rolling-restart.sh}; or
 * nodes are killed in turn all the time. The books must balance at the end, nobody may have to sign in again, and the restart
 * in turn refuses nothing. {@code
 * docs/benchmarks.md} has the command and what was measured. For root on Linux.
 */
class FaultsBench {

    private static final int NODES = Integer.getInteger("faults.nodes", 3);
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
    private static final Duration KILLING = Duration.ofMinutes(Integer.getInteger("faults.minutes", 20));
    private static final int OPERATORS = Integer.getInteger("faults.operators", 50);
    private static final Duration PAUSE = Duration.ofMillis(Integer.getInteger("faults.pause", 3_000));
    private static final Duration CALM = Duration.ofSeconds(Integer.getInteger("faults.calm", 30));
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(25);
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
    private static final String SKEW = System.getProperty("faults.skew", "+600s");

    private Path folder;
    private Path exchange;
    private PostgreSqlServer server;
    private Nodes nodes;
    private Load load;
    private int told;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory("suyuan-faults-");
        server = PostgreSqlServer.create(folder.resolve("server"), folder);
        var portal = Portal.stopped("faults", Map.of())
                .on(server.as("postgres"), Map.of("SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false"));
        exchange = Files.createDirectory(portal.home().resolve("exchange"));
        run("mount", "-t", "tmpfs", "-o", "size=100m", "none", exchange.toString());
        var wrongClock = Files.exists(FAKETIME)
                ? Map.of(
                        "LD_PRELOAD",
                        FAKETIME.toString(),
                        "FAKETIME",
                        SKEW,
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", // else the virtual machine spins
                        "0")
                : Map.<String, String>of();
        say("the clock of node2: %s", wrongClock.isEmpty() ? "right, since libfaketime is not installed" : SKEW);
        nodes = Nodes.start(portal, NODES, Map.of("node2", wrongClock));
        load = new Load(nodes.portal(), OPERATORS, PAUSE);
    }

    @AfterEach
    void stop() throws Exception {
        if (load != null) {
            load.close();
        }
        if (exchange != null) {
            run("umount", "-l", exchange.toString());
        }
        if (nodes != null) {
            nodes.close();
        }
        if (server != null) {
            server.stop();
        }
    }

    private interface Happening {
        void happen() throws Exception;
    }

    @Test
    void whatever_fails_under_operators_who_file_the_books_balance() throws Exception {
        load.begin();
        calm("all well");
        for (int round = 1; round <= ROUNDS; round++) {
            kill(nodes.names().get(round % NODES));
            var frozen = nodes.names().get((round + 1) % NODES);
            during("a node stands still", () -> {
                nodes.node(frozen).freeze();
                Thread.sleep(LONGER_THAN_A_LEASE.toMillis());
                nodes.node(frozen).thaw();
            });
            during("PostgreSQL is killed", () -> {
                server.kill();
                assertNotReady("database");
                Thread.sleep(OUTAGE.toMillis());
                server.start();
            });
            during("the disk of the exchange folder is full", this::fillTheDisk);
        }
        var before = load.figures().faults().size();
        during("restart in turn", this::restartInTurn);
        var refused = load.figures().faults().size() - before;

        goHome();
        assertThat(refused).as("refused during the restart in turn").isZero();
    }

    @Test
    void whichever_node_is_killed_operators_go_on_at_another_and_the_books_balance() throws Exception {
        load.begin();
        calm("all well");
        var end = Instant.now().plus(KILLING);
        for (int kill = 0; Instant.now().isBefore(end); kill++) {
            kill(nodes.names().get(kill % NODES));
        }
        goHome();
    }

    private void kill(String node) throws Exception {
        during(node + " is killed", () -> {
            nodes.node(node).kill();
            Thread.sleep(OUTAGE.toMillis());
            nodes.node(node).start();
        });
    }

    private void goHome() throws Exception {
        load.end();
        say("%s", load.figures().table());
        say("  books: %s", load.balance());
        load.figures().lostSessions().forEach(at -> say("  somebody had to sign in again at %s", at));
        assertThat(load.figures().lostSessions()).isEmpty();
    }

    private void during(String what, Happening happening) throws Exception {
        say("%s", what);
        happening.happen();
        awaitReady();
        tell("  meanwhile");
        calm("  afterwards");
    }

    private void calm(String when) throws InterruptedException {
        Thread.sleep(CALM.toMillis());
        tell(when);
    }

    private void tell(String when) {
        var faults = load.figures().faults();
        say("%s: %d requests so far, %d new faults", when, load.figures().requests(), faults.size() - told);
        faults.stream().skip(told).limit(8).forEach(fault -> say("      %s", fault));
        told = faults.size();
    }

    private void awaitReady() {
        for (var node : nodes.names()) {
            await(node).atMost(Duration.ofMinutes(5)).until(() -> nodes.isReady(node));
        }
    }

    private void assertNotReady(String reason) throws Exception {
        for (var node : nodes.names()) {
            var ready = nodes.health(node, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains(reason);
            assertThat(nodes.health(node, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    /** Customs rests meanwhile: it could not write its answers either. */
    private void fillTheDisk() throws Exception {
        load.customs().rest(true);
        var ballast = exchange.resolve("ballast");
        try (var file = Files.newOutputStream(ballast)) {
            for (var block = new byte[4096]; true; ) {
                file.write(block);
            }
        } catch (IOException full) {
            say("  %s", full.getMessage());
        }
        assertNotReady("FTR101");
        Thread.sleep(OUTAGE.toMillis());
        Files.delete(ballast);
        load.customs().rest(false);
    }

    private void restartInTurn() throws Exception {
        var restart = script(
                "restart",
                "touch " + folder + "/restart.$1; while [ -e " + folder + "/restart.$1 ]; do sleep 0.2; done");
        var cases = new StringBuilder("case $1 in ");
        nodes.names().forEach(node -> cases.append(node + ") port=" + nodes.privatePort(node) + ";; "));
        var ready = script("ready", cases + "esac; curl -sf -o /dev/null http://127.0.0.1:$port/health/ready");
        var environment = new HashMap<String, String>();
        environment.put("RELOAD", nodes.proxy().reload());
        environment.put("RESTART", restart);
        environment.put("READY", ready);
        environment.put("DRAIN", "10");
        var command = new ProcessBuilder(
                        "sh",
                        "tools/rolling-restart.sh",
                        nodes.proxy().nodesFile().toString())
                .inheritIO();
        command.command().addAll(nodes.names());
        command.environment().putAll(environment);
        var running = command.start();
        while (!running.waitFor(200, TimeUnit.MILLISECONDS)) {
            for (var node : nodes.names()) {
                var asked = folder.resolve("restart." + node);
                if (Files.exists(asked)) {
                    var exit = nodes.node(node).stop();
                    say("  %s ended with %d", node, exit);
                    nodes.node(node).launch();
                    Files.delete(asked);
                }
            }
        }
        assertThat(running.exitValue()).isZero();
    }

    private String script(String name, String content) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + content + "\n");
        file.toFile().setExecutable(true);
        return file.toString();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
