package org.suyuan.batch.imports;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A job that this process has started on a file. */
final class Run {

    private final CountDownLatch end = new CountDownLatch(1);
    private volatile long execution;

    void started(long executionId) {
        execution = executionId;
    }

    /** Jobs tell their end; the batch runtime is asked too, lest one die without a word. */
    boolean isOver() {
        return end.getCount() == 0 || execution != 0 && ImportJob.isOver(execution);
    }

    void end() {
        end.countDown();
    }

    /** Waits a second for the end. */
    boolean endsQuickly() {
        try {
            return end.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
