package org.suyuan.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Some nodes of one portal on one database and one home, behind the proxy of {@code docker/nginx}. */
public final class Nodes implements AutoCloseable {

    private final Portal portal;
    private final Map<String, Portal> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> privatePorts = new TreeMap<>();
    private Proxy proxy;

    private Nodes(Portal portal) {
        this.portal = portal;
    }

    /**
     * Starts them all at once.
     *
     * @param portal not started; behind a proxy
     * @param ofItsOwn settings of some nodes, by name: {@code node1} and so on
     */
    public static Nodes start(Portal portal, int count, Map<String, Map<String, String>> ofItsOwn) {
        var started = new Nodes(portal);
        try {
            var members = IntStream.range(0, count)
                    .mapToObj(i -> "127.0.0.1:" + Portal.freePort())
                    .toList();
            for (int i = 0; i < count; i++) {
                var name = "node" + (i + 1);
                var itselfFirst = new ArrayList<>(members);
                Collections.rotate(itselfFirst, -i);
                var settings = new TreeMap<>(ofItsOwn.getOrDefault(name, Map.of()));
                started.privatePorts.put(name, Portal.freePort());
                settings.put("SUYUAN_NODE", name);
                settings.put("SUYUAN_NODES", String.join(",", itselfFirst));
                settings.put("SUYUAN_PRIVATE_PORT", String.valueOf(started.privatePorts.get(name)));
                started.nodes.put(name, portal.node(settings));
            }
            started.nodes.values().forEach(Portal::launch);
            started.nodes.values().forEach(Portal::awaitReady);
            started.proxy = Proxy.before(started.nodes);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** The portal as people reach it. */
    public Portal portal() {
        return portal.behind(proxy.port());
    }

    public Proxy proxy() {
        return proxy;
    }

    public List<String> names() {
        return List.copyOf(nodes.keySet());
    }

    public Portal node(String name) {
        return nodes.get(name);
    }

    public int privatePort(String name) {
        return privatePorts.get(name);
    }

    /** What a node answers on its private listener: {@code /health/ready}. */
    public HttpResponse<String> health(String name, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + privatePort(name) + path))
                .timeout(Duration.ofMinutes(1))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    public boolean isReady(String name) throws InterruptedException {
        try {
            return health(name, "/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The node that gave the last answer. */
    public String serving() {
        var answers = proxy.answers();
        var last = answers.get(answers.size() - 1);
        return nodes.entrySet().stream()
                .filter(node -> last.endsWith(":" + node.getValue().port()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Ends everything; of the home only the logs of the processes are kept. */
    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
        nodes.values().forEach(Portal::killIfStarted);
        portal.close();
    }
}
