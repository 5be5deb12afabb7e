package org.suyuan.batch.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.suyuan.batch.Duty;

/** Sees to files with declarations (FTR301). */
@ApplicationScoped
class DeclarationImportDuty implements Duty {

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
}
