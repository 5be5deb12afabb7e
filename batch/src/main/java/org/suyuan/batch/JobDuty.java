package org.suyuan.batch;

/** A duty that is done by a batch job of the same name. */
public interface JobDuty extends Duty {

    /**
     * Goes on with an execution that was stopped or has failed; the caller holds the lease of the duty.
     *
     * @return false when there is nothing left to go on with
     */
    boolean restart(long executionId) throws Exception;
}
