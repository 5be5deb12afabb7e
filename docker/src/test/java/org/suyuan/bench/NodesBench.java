package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suyuan.load.Load;
import org.suyuan.testing.Nodes;
import org.suyuan.testing.Portal;

/**
 * CPU that a request costs on one node and on several ones, under the same load. {@code docs/benchmarks.md} has the command and
 * what was measured.
 */
class NodesBench {

    private static final int NODES = Integer.getInteger("nodes.count", 3);
    private static final int OPERATORS = Integer.getInteger("nodes.operators", 20);
    private static final Duration PAUSE = Duration.ofMillis(Integer.getInteger("nodes.pause", 1_000));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("nodes.warmUp", 120));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("nodes.seconds", 300));

    @Test
    void several_nodes_cost_as_much_cpu_for_a_request_as_one() throws Exception {
        var one = millisOfARequest(1);
        var several = millisOfARequest(NODES);
        System.out.printf("CPU of a request on %d nodes / on one: %.2f%n", NODES, several / one);
        assertThat(several / one).isLessThan(1.15);
    }

    /** CPU of the virtual machines only; the database does the same work in both cases. */
    private static double millisOfARequest(int count) throws Exception {
        var portal = Portal.stopped(
                "bench",
                Map.of(
                        "SUYUAN_TRAINING",
                        "true",
                        "SUYUAN_TRAINING_ANSWERS",
                        "false",
                        "SUYUAN_PACE",
                        "2000")); // as people run it
        try (var nodes = Nodes.start(portal, count, Map.of());
                var load = new Load(nodes.portal(), OPERATORS, PAUSE)) {
            var idle = cpu(nodes);
            Thread.sleep(TIME.toMillis() / 5);
            idle = (cpu(nodes) - idle) * 5;
            load.begin();
            Thread.sleep(WARM_UP.toMillis());
            var begun = cpu(nodes);
            var before = load.figures().requests();
            Thread.sleep(TIME.toMillis());
            var spent = cpu(nodes) - begun;
            var requests = load.figures().requests() - before;
            load.end();
            System.out.printf(
                    "%d nodes: %d requests in %s, CPU %.1f s, idle it would have been %.1f s; %.1f ms a request%n",
                    count, requests, TIME, spent / 1e9, idle / 1e9, spent / 1e6 / requests);
            System.out.println(load.figures().table());
            System.out.println("  books: " + load.balance());
            assertThat(load.figures().faults()).isEmpty();
            return spent / 1e6 / requests;
        }
    }

    private static double cpu(Nodes nodes) throws Exception {
        double nanos = 0;
        for (var name : nodes.names()) {
            try (var console = nodes.node(name).console()) {
                nanos += ManagementFactory.newPlatformMXBeanProxy(
                                console.server(),
                                ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME,
                                OperatingSystemMXBean.class)
                        .getProcessCpuTime();
            }
        }
        return nanos;
    }
}
