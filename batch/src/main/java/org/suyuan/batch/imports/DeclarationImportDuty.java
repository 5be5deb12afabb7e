package org.suyuan.batch.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.suyuan.batch.JobDuty;

/** Sees to files with declarations (FTR301). */
@ApplicationScoped
class DeclarationImportDuty implements JobDuty {

    @Inject
    private ImportQueue queue;

    @Override
    public String name() {
        return ImportJob.DECLARATIONS.jobName();
    }

    @Override
    public void perform() throws IOException {
        queue.advance(ImportJob.DECLARATIONS, name());
    }

    @Override
    public boolean restart(long executionId) throws IOException {
        boolean unfinished = queue.mayGoOn(executionId);
        perform();
        return unfinished;
    }

    @Override
    public List<String> feeds() {
        return List.of(ImportJob.DECLARATIONS.messageType());
    }
}
