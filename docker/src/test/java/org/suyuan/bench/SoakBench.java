package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.suyuan.load.Load;
import org.suyuan.testing.Portal;

/**
 * A portal under mixed load for an hour or longer at {@code -Xmx512m}: what requests take, whether the heap grows, whether
 * people fill the log with errors, and whether the books balance at the end. {@code docs/benchmarks.md} has the command and
 * what was measured.
 */
class SoakBench {

    private static final Duration TIME =
            Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("soak.minutes", "60"))));
    private static final int OPERATORS = Integer.getInteger("soak.operators", 50);
    private static final Duration PAUSE = Duration.ofMillis(Integer.getInteger("soak.pause", 3_000));
    private static final int LOOKS = 12;

    @Test
    void an_hour_of_mixed_load_leaves_no_trace_in_heap_log_or_books() throws Exception {
        try (var portal = Portal.withoutAnswers("soak");
                var load = new Load(portal, OPERATORS, PAUSE);
                var console = portal.console()) {
            var memory = ManagementFactory.newPlatformMXBeanProxy(
                    console.server(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            say("%d operators, %s, a pause of %d ms before each step", OPERATORS, TIME, PAUSE.toMillis());
            load.begin();
            var heaps = new ArrayList<Double>();
            var begin = Instant.now();
            for (int look = 1; look <= LOOKS; look++) {
                Thread.sleep(Math.max(
                        0,
                        Duration.between(
                                        Instant.now(),
                                        begin.plus(TIME.multipliedBy(look).dividedBy(LOOKS)))
                                .toMillis()));
                memory.gc();
                heaps.add(memory.getHeapMemoryUsage().getUsed() / 1e6);
                say(
                        "  after %5.1f min: heap after full collection %5.1f MB, %d requests, %d faults",
                        Duration.between(begin, Instant.now()).toSeconds() / 60.0,
                        heaps.get(look - 1),
                        load.figures().requests(),
                        load.figures().faults().size());
            }
            load.end();
            say("%s", load.figures().table());
            load.figures().faults().stream().limit(20).forEach(fault -> say("    %s", fault));
            say("  books: %s", load.balance());
            memory.gc();
            say("  all gone home: heap %.1f MB", memory.getHeapMemoryUsage().getUsed() / 1e6);
            var complaints = portal.complaints();
            complaints.forEach(complaint -> say("    %s", complaint));
            assertThat(complaints).isEmpty();
            assertThat(load.figures().faults()).isEmpty();
            assertThat(load.figures().lostSessions()).isEmpty();
        }
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
