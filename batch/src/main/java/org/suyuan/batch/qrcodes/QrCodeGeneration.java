package org.suyuan.batch.qrcodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.Properties;
import org.suyuan.batch.JobDuty;
import org.suyuan.batch.RunningJob;
import org.suyuan.trace.QrGeneration;

/** The job {@code generate-qr-codes}: makes the codes of reports that customs has stored. */
@ApplicationScoped
public class QrCodeGeneration implements JobDuty {

    private static final String JOB = "generate-qr-codes";

    private final RunningJob job = new RunningJob(JOB);

    @Inject
    private QrGeneration codes;

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void perform() {
        if (!job.isUnderWay() && !codes.waiting(0, 1).isEmpty()) {
            job.start(new Properties());
        }
    }

    @Override
    public boolean restart(long executionId) {
        return job.restart(executionId);
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(codes.waitingCount());
    }
}
