package org.suyuan.batch.console;

import java.util.List;

/** Batch jobs and their executions, under {@code org.suyuan:type=Jobs} in JMX. */
public interface JobDeskMXBean {

    /** The jobs; each is the work of the duty of its name. */
    List<String> getNames();

    /**
     * The latest executions of each job, one line each, the last one first: execution, job, state, begin, end, items read,
     * written, skipped.
     */
    List<String> getExecutions();

    /** Looks at once for work of this job, and begins an execution when some waits. */
    void start(String job);

    /** Stops an execution of this node after the chunk at hand, and pauses its duty, which would go on at once. */
    void stop(long execution);

    /** Goes on with an execution that was stopped or has failed, after its last chunk, and resumes its duty. */
    void restart(long execution);
}
