package org.suyuan.shared;

import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of the portal, made and brought to its version by migrations. {@code java -jar suyuan.jar --migrate} does it
 * without a server, by a role that may, so that the portal itself can run by one that may not.
 */
public final class DatabaseSchema {

    private DatabaseSchema() {}

    /**
     * Prints what was done; exits with 1 when it could not be.
     *
     * @param arguments address, user and password of the database
     */
    public static void main(String[] arguments) {
        try {
            var done = migrate(Flyway.configure(DatabaseSchema.class.getClassLoader())
                    .dataSource(arguments[0], arguments[1], arguments[2])
                    .getDataSource());
            System.out.println("The database is at the version of this portal; migrations done now: " + done);
        } catch (FlywayException | IllegalStateException e) {
            System.err.println("The database could not be migrated. " + e.getMessage());
            System.exit(1);
        }
    }

    /** How many migrations were done. */
    static int migrate(DataSource database) {
        return Flyway.configure(DatabaseSchema.class.getClassLoader())
                .dataSource(database)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + vendor(database).name().toLowerCase(Locale.ROOT))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static DatabaseVendor vendor(DataSource database) {
        try (var connection = database.getConnection()) {
            return DatabaseVendor.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
        }
    }
}
