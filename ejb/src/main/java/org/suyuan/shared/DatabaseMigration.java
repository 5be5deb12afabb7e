package org.suyuan.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;

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
        DatabaseSchema.migrate(database);
    }

    /** Answers only when the migration is done: calls wait for it. */
    public boolean done() {
        return true;
    }
}
