package org.suyuan.load;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What the requests of simulated people took, by what they were for, and what went wrong with some of them. */
public final class Figures {

    /** An answer that should not have been given, or did not come. */
    public record Fault(LocalTime at, String step, String what) {

        @Override
        public String toString() {
            return at + " " + step + ": " + what;
        }
    }

    private final Map<String, Queue<Long>> times = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<LocalTime> lostSessions = new ConcurrentLinkedQueue<>();

    void took(String step, long nanos) {
        times.computeIfAbsent(step, any -> new ConcurrentLinkedQueue<>()).add(nanos);
    }

    void fault(String step, String what) {
        faults.add(new Fault(now(), step, what));
    }

    void sessionLost() {
        lostSessions.add(now());
    }

    private static LocalTime now() {
        return LocalTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** When somebody who had signed in was sent to the page for signing in. */
    public List<LocalTime> lostSessions() {
        return List.copyOf(lostSessions);
    }

    /** Requests that were answered, rightly or wrongly. */
    public long requests() {
        return times.values().stream().mapToLong(Queue::size).sum();
    }

    /** A line for each step: how often, and p50, p95 and p99 in ms. */
    public String table() {
        var lines = new TreeMap<String, String>();
        times.forEach((step, nanos) -> lines.put(step, line(step, nanos)));
        return String.join("\n", lines.values()) + "\n"
                + line("all", times.values().stream().flatMap(Queue::stream).toList()) + "\n    faults " + faults.size()
                + ", lost sessions " + lostSessions.size()
                + faults.stream()
                        .collect(Collectors.groupingBy(Fault::step, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(step -> ", " + step.getKey() + " " + step.getValue())
                        .collect(Collectors.joining());
    }

    private static String line(String step, Iterable<Long> nanos) {
        var sorted = stream(nanos);
        return "    %-22s %7d requests, ms p50 %6.0f  p95 %6.0f  p99 %6.0f"
                .formatted(step, sorted.length, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double[] stream(Iterable<Long> nanos) {
        var all = new ArrayList<Long>();
        nanos.forEach(all::add);
        return all.stream().mapToDouble(time -> time / 1e6).sorted().toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
