package org.suyuan.retention;

import java.util.List;

/** Removal of records whose retention has ended, under {@code org.suyuan:type=Retention} in JMX. */
public interface RetentionDeskMXBean {

    /** The days of today: what was touched for the last time, ended its shelf life, or was audited before them may go. */
    String getBefore();

    /** The latest 20 runs, one line each, the last one first: number, ordered by, days, begin, end, what was removed. */
    List<String> getRuns();

    /**
     * What a run would remove now, kind by kind, and removes nothing. What is kept only for records that would go
     * themselves, a message for its report, is not counted. Looks at every record, which takes a while.
     */
    List<String> dryRun();

    /** A run begins within seconds, whatever the hour. */
    void purge();
}
