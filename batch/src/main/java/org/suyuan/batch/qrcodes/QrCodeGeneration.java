package org.suyuan.batch.qrcodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import org.suyuan.batch.RunningJob;
import org.suyuan.trace.QrGeneration;

/** The job {@code generate-qr-codes}: makes the codes of reports that customs has stored. */
@ApplicationScoped
public class QrCodeGeneration {

    private final RunningJob job = new RunningJob("generate-qr-codes");

    @Inject
    private QrGeneration codes;

    public void startIfWorkWaits() {
        if (!job.isUnderWay() && !codes.waiting(0, 1).isEmpty()) {
            job.start(new Properties());
        }
    }
}
