package org.suyuan.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A real nginx with the very configuration of {@code docker/nginx}, before some nodes of this machine. */
public final class Proxy implements AutoCloseable {

    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    private final Path folder;
    private final int port = Portal.freePort();
    private Process process;

    private Proxy(Path folder) {
        this.folder = folder;
    }

    /** @param nodes by name */
    public static Proxy before(Map<String, Portal> nodes) {
        try {
            if (!Files.exists(NGINX)) {
                new ProcessBuilder("tools/install.sh", "nginx")
                        .inheritIO()
                        .start()
                        .waitFor();
            }
            var proxy = new Proxy(Files.createTempDirectory("suyuan-proxy-"));
            Files.writeString(proxy.nodesFile(), lines(nodes));
            Files.writeString(
                    proxy.folder.resolve("suyuan.conf"),
                    Files.readString(Path.of("nginx/suyuan.conf"))
                            .replace("listen 8080;", "listen 127.0.0.1:" + proxy.port + ";")
                            .replace("/var/log/nginx", proxy.folder.toString()));
            Files.writeString(proxy.folder.resolve("nginx.conf"), """
                    daemon off; pid %1$s/pid; error_log %1$s/error.log; worker_processes 1; events { }
                    http { client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                      uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi; include suyuan.conf; }
                    """.formatted(proxy.folder));
            proxy.process = new ProcessBuilder(proxy.command()).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(proxy.process::destroy));
            await("nginx").atMost(Duration.ofSeconds(20)).until(() -> Files.exists(proxy.folder.resolve("pid")));
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(Map<String, Portal> nodes) {
        return nodes.entrySet().stream()
                .map(node -> "server 127.0.0.1:" + node.getValue().port() + " max_fails=1 fail_timeout=5s; # "
                        + node.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private List<String> command(String... more) {
        var command = new ArrayList<>(List.of(
                NGINX.toString(),
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString()));
        command.addAll(List.of(more));
        return command;
    }

    /** What tells it to read its configuration again. */
    public String reload() {
        return String.join(" ", command("-s", "reload"));
    }

    /** Which nodes there are, and which of them are down. */
    public Path nodesFile() {
        return folder.resolve("suyuan-nodes.conf");
    }

    public int port() {
        return port;
    }

    /** One line for each answer, the last one last; ends with the address of the node. */
    public List<String> answers() {
        try {
            return Files.readAllLines(folder.resolve("access.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
