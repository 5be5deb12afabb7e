package org.suyuan.batch.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.suyuan.batch.Duty;

/** Sees to files with food-safety notices (FTR401 to FTR404, and FTR400 for tables of authorities). */
@ApplicationScoped
class FoodSafetyImportDuty implements Duty {

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
}
