package org.suyuan.batch.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.suyuan.batch.Duty;

/** Sees to files with code tables (FTR901). */
@ApplicationScoped
class CodeTableImportDuty implements Duty {

    @Inject
    private ImportQueue queue;

    @Override
    public String name() {
        return ImportJob.CODE_TABLES.jobName();
    }

    @Override
    public void perform() throws IOException {
        queue.advance(ImportJob.CODE_TABLES, name());
    }
}
