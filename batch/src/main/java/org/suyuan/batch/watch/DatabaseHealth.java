package org.suyuan.batch.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.suyuan.shared.DatabaseMigration;

/** Ready when the database answers and has the tables of this version. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private DatabaseMigration migration;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try (var connection = database.getConnection()) {
            boolean valid = connection.isValid(PATIENCE_SECONDS);
            return answer.withData(
                            "reason", valid ? "it answers" : "it does not answer within " + PATIENCE_SECONDS + " s")
                    .status(valid && migration.done())
                    .build();
        } catch (SQLException e) {
            return answer.down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
