package org.suyuan.batch.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.suyuan.batch.JobDuty;

/** Sees to files with food-safety notices (FTR401 to FTR404, and FTR400 for tables of authorities). */
@ApplicationScoped
class FoodSafetyImportDuty implements JobDuty {

    @Inject
    private ImportQueue queue;

    @Override
    public String name() {
        return ImportJob.LAWS.jobName();
    }

    @Override
    public void perform() throws IOException {
        for (var job : ImportJob.FOOD_SAFETY) {
            queue.advance(job, name());
        }
    }

    @Override
    public boolean restart(long executionId) throws IOException {
        boolean unfinished = queue.mayGoOn(executionId);
        perform();
        return unfinished;
    }

    @Override
    public List<String> feeds() {
        return ImportJob.FOOD_SAFETY.stream().map(ImportJob::messageType).toList();
    }
}
