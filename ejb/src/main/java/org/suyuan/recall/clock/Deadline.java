package org.suyuan.recall.clock;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A time limit.
 *
 * @param begins when it begins to run
 * @param due the last moment in time
 * @param met when it was met, or null
 * @param unknownYears years without a known calendar that it runs through; when there are any, {@code due} may be wrong
 */
public record Deadline(Instant begins, Instant due, Instant met, Set<Integer> unknownYears) implements Serializable {

    /** Amber when three quarters of the time have passed, red when all of it has. */
    public Light light(Instant now) {
        if (met != null) {
            return met.isAfter(due) ? Light.MET_LATE : Light.MET;
        }
        if (now.isAfter(due)) {
            return Light.RED;
        }
        var passed = Duration.between(begins, now);
        return passed.multipliedBy(4).compareTo(Duration.between(begins, due).multipliedBy(3)) < 0
                ? Light.GREEN
                : Light.AMBER;
    }

    public Duration left(Instant now) {
        return Duration.between(now, due);
    }
}
