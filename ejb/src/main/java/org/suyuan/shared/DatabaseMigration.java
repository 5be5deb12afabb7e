package org.suyuan.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version before anything else starts; startup beans that use it depend on this one. Called
 * by the timetable and the generator.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Settings settings;

    @PostConstruct
    void migrate() {
        if (settings.training() && settings.production()) {
            throw new IllegalStateException("suyuan.training is on while mp.config.profile is prod: training mode has "
                    + "public passwords and a customs that invents answers. Switch one of them off.");
        }
        settings.filingPolicy(); // a wrong one stops the start
        settings.proxies();
        settings.retention();
        settings.tlsPort();
        Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(database)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + vendor().name().toLowerCase(Locale.ROOT))
                .load()
                .migrate();
    }

    private DatabaseVendor vendor() {
        try (var connection = database.getConnection()) {
            return DatabaseVendor.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /** Answers only when the migration is done: calls wait for it. */
    public boolean done() {
        return true;
    }
}
