package org.suyuan.batch;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;

/** A job of which this node runs one execution at a time. What an earlier life of the node left behind does not count. */
public final class RunningJob {

    private static final Set<BatchStatus> UNDER_WAY =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final String name;
    private long execution;
    private long startedAt;

    public RunningJob(String name) {
        this.name = name;
    }

    public synchronized boolean isUnderWay() {
        return execution != 0
                && UNDER_WAY.contains(Jobs.operator().getJobExecution(execution).getBatchStatus());
    }

    /** Starts the job unless it is under way or has just failed. */
    public synchronized void start(Properties parameters) {
        if (!isUnderWay() && !hasJustFailed()) {
            startedAt = System.nanoTime();
            execution = Jobs.start(name, parameters);
        }
    }

    /** Goes on with an execution of this job that has ended, unless the job is under way. */
    public synchronized boolean restart(long ended) {
        if (isUnderWay()) {
            return false;
        }
        startedAt = System.nanoTime();
        execution = Jobs.operator().restart(ended, new Properties());
        return true;
    }

    private boolean hasJustFailed() {
        return execution != 0
                && System.nanoTime() - startedAt < PAUSE_AFTER_FAILURE.toNanos()
                && Jobs.operator().getJobExecution(execution).getBatchStatus() == BatchStatus.FAILED;
    }
}
