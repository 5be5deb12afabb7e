package org.suyuan.batch.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.suyuan.shared.DatabaseMigration;
import org.suyuan.shared.DatabaseWatch;

/** Ready when the database answers and has the tables of this version. Who is told so is served. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    @Inject
    private DatabaseWatch database;

    @Inject
    private DatabaseMigration migration;

    @Override
    public HealthCheckResponse call() {
        boolean answers = database.look();
        return HealthCheckResponse.named("database")
                .withData("reason", database.absence().orElse("it answers"))
                .status(answers && migration.done())
                .build();
    }
}
