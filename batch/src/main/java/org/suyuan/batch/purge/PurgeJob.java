package org.suyuan.batch.purge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import org.suyuan.batch.JobDuty;
import org.suyuan.batch.RunningJob;
import org.suyuan.retention.Purge;

/** The job {@code purge}: goes on with the run of tonight, or one that was ordered, until nothing is left to remove. */
@ApplicationScoped
public class PurgeJob implements JobDuty {

    private static final String JOB = "purge";

    private final RunningJob job = new RunningJob(JOB);

    @Inject
    private Purge purge;

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void perform() {
        if (!job.isUnderWay() && purge.underWay().isPresent()) {
            job.start(new Properties());
        }
    }

    @Override
    public boolean restart(long executionId) {
        return purge.underWay().isPresent() && job.restart(executionId);
    }
}
