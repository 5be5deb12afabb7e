package org.suyuan.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * This server among the nodes that serve one portal together. They share the database, the exchange folders and, in
 * Payara's data grid, the sessions.
 *
 * @param node name of this node ({@code SUYUAN_NODE}); nodes may then share one home, in which each has a folder of its own
 * @param members host and port of each node in the data grid, this one first ({@code SUYUAN_NODES}); none for a single node
 */
record Cluster(Optional<String> node, List<String> members) {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}";
    private static final String MEMBER = "[A-Za-z0-9._-]+:[0-9]{1,5}";

    static Cluster from(Map<String, String> environment) {
        var node = Optional.ofNullable(environment.get("SUYUAN_NODE"));
        node.filter(name -> !name.matches(NAME)).ifPresent(wrong -> {
            throw new IllegalArgumentException("SUYUAN_NODE is \"" + wrong
                    + "\": set it to a name of at most 20 letters, digits, dots, dashes and underscores");
        });
        var nodes = environment.getOrDefault("SUYUAN_NODES", "");
        var members =
                nodes.isBlank() ? List.<String>of() : List.of(nodes.strip().split("\\s*,\\s*"));
        if (!members.stream().allMatch(member -> member.matches(MEMBER))) {
            throw new IllegalArgumentException("SUYUAN_NODES is \"" + nodes
                    + "\": set it to host:port of this node and then of the others, separated by commas");
        }
        if (!members.isEmpty() && node.isEmpty()) {
            throw new IllegalArgumentException("SUYUAN_NODES is set: set SUYUAN_NODE to the name of this node too");
        }
        return new Cluster(node, members);
    }

    /** What this node alone writes: the unpacked server and its logs. */
    Path own(Path home) {
        return node.map(name -> home.resolve("nodes").resolve(name)).orElse(home);
    }

    /** Options of Payara Micro that let it join the others, and nobody else. */
    List<String> microOptions() {
        if (members.isEmpty()) {
            return List.of();
        }
        var own = members.get(0).split(":");
        return List.of(
                "--clustername",
                "suyuan",
                "--clustermode",
                "tcpip:" + String.join(",", members),
                "--interfaces",
                address(own[0]),
                "--startport",
                own[1],
                "--nohostaware", // else nodes of one machine keep no copies for each other
                "--name",
                node.orElseThrow());
    }

    private static String address(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "SUYUAN_NODES begins with " + host + ", which is no address of this machine");
        }
    }
}
