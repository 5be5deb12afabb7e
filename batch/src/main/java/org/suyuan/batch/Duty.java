package org.suyuan.batch;

import java.util.List;
import java.util.OptionalLong;

/**
 * Work that the {@link Timetable} sees to again and again, on one node of the cluster at a time. Any CDI bean that
 * implements this is found by itself. A duty looks whether work waits and returns soon; long work goes into a job.
 */
public interface Duty {

    /** Names the lease; at most 60 characters. */
    String name();

    void perform() throws Exception;

    /** At how many looks of the timetable it is performed once. */
    default int looks() {
        return 1;
    }

    /** Message types of the inboxes that it empties. */
    default List<String> feeds() {
        return List.of();
    }

    /** How much waits for it, where that is known at a glance. */
    default OptionalLong waiting() {
        return OptionalLong.empty();
    }
}
