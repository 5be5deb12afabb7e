package org.suyuan.batch.documents;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import org.suyuan.batch.JobDuty;
import org.suyuan.batch.RunningJob;

/** Starts a job when one of the inboxes that it reads holds something. */
abstract class DocumentDuty implements JobDuty {

    private final String jobName;
    private final List<String> types;
    private final RunningJob job;

    @Inject
    private DocumentInbox inbox;

    DocumentDuty(String jobName, List<String> types) {
        this.jobName = jobName;
        this.types = types;
        this.job = new RunningJob(jobName);
    }

    @Override
    public String name() {
        return jobName;
    }

    @Override
    public void perform() {
        if (!job.isUnderWay()
                && types.stream().anyMatch(type -> !inbox.files(type).isEmpty())) {
            job.start(new Properties());
        }
    }

    @Override
    public boolean restart(long executionId) {
        return job.restart(executionId);
    }

    @Override
    public List<String> feeds() {
        return types;
    }
}
