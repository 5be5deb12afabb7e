package org.suyuan.launcher;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * Starts the portal: Payara Micro from this very jar, then {@code suyuan.ear} in it (ADR-001: Micro deploys an EAR only
 * after it has booted). Takes Micro's own options and five of ours, {@code --generate}, {@code
 * --verify-audit}, {@code --migrate}, {@code --statutes} and {@code --control}; the rest comes from the environment ({@code SUYUAN_HOME}, {@code SUYUAN_DB_URL}, …).
 */
public final class SuyuanServer {

    private SuyuanServer() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.from(arguments, System.getenv());
            settings.tls().prepare();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
            return;
        }
        if (settings.verifyAudit().isPresent()) {
            DatabaseCommand.VERIFY_AUDIT.run(
                    settings.database(), settings.verifyAudit().get());
            return;
        }
        if (settings.migrate()) {
            DatabaseCommand.MIGRATE.run(settings.database(), "");
            return;
        }
        if (settings.statutes().isPresent()) {
            handOver(settings.statutes().get(), settings.home());
            return;
        }
        Files.createDirectories(settings.home());
        System.setProperty("suyuan.home", settings.home().toString());
        settings.generate().ifPresent(what -> System.setProperty("suyuan.generate", what));
        forgetLastRun(settings.runtime());
        PayaraMicroBoot server =
                PayaraMicroLauncher.create(settings.microOptions(prebootCommands(settings), logging(settings.logs()))
                        .toArray(String[]::new));
        var ports = server.getRuntime().getLocalDescriptor().getHttpPorts();
        // of a node only the private port is open yet
        var port = ports.isEmpty() || settings.clustered() ? settings.port() : ports.get(0);
        System.setProperty("suyuan.http-port", String.valueOf(port));

        if (settings.controlled()) {
            obey(server);
        } else if (settings.generate().isPresent()) {
            boolean generated = deploy(server, earFromThisJar(settings.runtime()));
            System.exit(generated ? 0 : 1);
        } else if (deploy(server, earFromThisJar(settings.runtime()))) {
            if (settings.clustered()) {
                var runtime = server.getRuntime();
                for (var opened : runtime.run(List.of(runtime.getLocalDescriptor()), "set", Settings.OPEN)
                        .values()) {
                    opened.get();
                }
            }
            announce(settings, port);
        } else {
            System.err.println("Suyuan could not start: the lines above say why.");
            System.exit(1);
        }
    }

    private static void handOver(Path folder, Path home) {
        try {
            System.out.println("Handed over: " + Statutes.run(folder, home));
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * A killed server leaves a configuration behind in which the application is deployed; Micro would deploy it while
     * booting, and fail.
     */
    private static void forgetLastRun(Path runtime) throws IOException {
        for (var folder : List.of("config", "applications", "generated")) {
            var left = runtime.resolve(folder);
            if (Files.exists(left)) {
                try (var files = Files.walk(left)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private static boolean deploy(PayaraMicroBoot server, File ear) throws Exception {
        var runtime = server.getRuntime();
        // deploy() answers true even for an application that failed to start
        return runtime.deploy(ear) && !runtime.getDeployedApplicationNames().isEmpty();
    }

    /** For tests that deploy an EAR of their own: {@code deploy FILE} and {@code undeploy NAME}, until end of input. */
    private static void obey(PayaraMicroBoot server) throws Exception {
        System.out.println("SUYUAN CONTROL READY");
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = commands.readLine(); line != null; line = commands.readLine()) {
            var words = line.split(" ", 2);
            boolean done = true;
            if (words[0].equals("deploy")) {
                done = deploy(server, new File(words[1]));
            } else {
                server.getRuntime().undeploy(words[1]);
            }
            System.out.println("SUYUAN CONTROL " + (done ? "OK" : "FAILED"));
        }
        System.exit(0);
    }

    private static void announce(Settings settings, int port) {
        System.out.println();
        System.out.println("Suyuan (溯源) is ready:  " + address(settings, port));
        System.out.println("Database, exchange folders and logs: " + settings.home());
        if (settings.training()) {
            System.out.println(
                    "Training mode (测试数据). Accounts: importer1, importer2, agent1, admin1, regulator1; password: Suyuan-2026");
        }
        System.out.println();
    }

    private static String address(Settings settings, int port) {
        return settings.tls()
                .port()
                .map(secure -> "https://localhost:" + secure + "/")
                .orElse("http://localhost:" + port + "/");
    }

    private static Path prebootCommands(Settings settings) throws IOException {
        var file = Files.createTempFile("suyuan-preboot", ".txt"); // readable by its owner only: it holds the password
        file.toFile().deleteOnExit();
        return Files.write(file, settings.prebootCommands());
    }

    private static Path logging(Path logs) throws IOException {
        Files.createDirectories(logs);
        try (var template = SuyuanServer.class.getResourceAsStream("/suyuan-logging.properties")) {
            var text = new String(template.readAllBytes(), StandardCharsets.UTF_8).replace("@LOGS@", logs.toString());
            return Files.writeString(logs.resolve("logging.properties"), text);
        }
    }

    private static File earFromThisJar(Path runtime) throws IOException {
        var ear = Files.createDirectories(runtime).resolve("suyuan.ear");
        try (var content = SuyuanServer.class.getResourceAsStream("/suyuan.ear")) {
            Files.copy(content, ear, StandardCopyOption.REPLACE_EXISTING);
        }
        return ear.toFile();
    }
}
