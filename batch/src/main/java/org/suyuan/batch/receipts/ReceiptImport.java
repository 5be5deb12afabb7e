package org.suyuan.batch.receipts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import org.suyuan.batch.Duty;
import org.suyuan.batch.RunningJob;

/** The job {@code import-receipts}: reads the receipts that customs has put into the inbox of FTR102. */
@ApplicationScoped
public class ReceiptImport implements Duty {

    static final String JOB = "import-receipts";

    private final RunningJob job = new RunningJob(JOB);

    @Inject
    private ReceiptInbox inbox;

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void perform() {
        if (!job.isUnderWay() && !inbox.files().isEmpty()) {
            job.start(new Properties());
        }
    }
}
