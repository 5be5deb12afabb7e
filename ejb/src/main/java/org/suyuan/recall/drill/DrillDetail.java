package org.suyuan.recall.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.suyuan.recall.figures.DrillFigures;

/**
 * A drill with everything that its page shows.
 *
 * @param sha256 of the files of the evidence, by format; none while the drill goes on
 * @param now until when an open drill has lasted
 */
public record DrillDetail(Drill drill, DrillFigures figures, Map<String, String> sha256, Instant now) {

    public Duration duration() {
        return drill.duration(now);
    }
}
