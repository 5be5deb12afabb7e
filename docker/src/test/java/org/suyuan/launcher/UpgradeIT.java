package org.suyuan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;

/** A database that an earlier version has filled. */
@Tag("H13")
class UpgradeIT {

    private static final Path MIGRATIONS = Path.of("../ejb/src/main/resources/db");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void every_migration_finds_the_rows_of_the_version_before_and_the_portal_goes_on_with_them() throws Exception {
        try (var portal = Portal.stopped("upgrade", Map.of())) {
            filled(portal, "1");
            filled(portal, "14");

            portal.launch("--migrate");
            assertThat(portal.awaitEnd()).as(portal.printed()).isZero();
            assertThat(portal.rows("select login_name, status from account order by id"))
                    .extracting(Map::toString)
                    .containsExactly("{login_name=veteran, status=ACTIVE}", "{login_name=leaver, status=DISABLED}");
            assertThat(portal.rows("select name, address from buyer"))
                    .singleElement()
                    .hasToString("{address=新址, name=新名}");
            assertThat(portal.rows("select distinct filed_by from trace_report order by filed_by"))
                    .extracting(Map::toString)
                    .containsExactly("{filed_by=leaver}", "{filed_by=veteran}");
            assertThat(portal.count("select count(*) from declaration_to_match"))
                    .isOne();
            assertThat(portal.count("select count(*) from notice_to_match")).isOne();

            portal.start();
            await("what waited in the old database")
                    .atMost(PATIENCE)
                    .until(() -> portal.files("FTR101", "outbox").contains("FTR101_FT2026000000000002_1.xml")
                            && portal.count("select count(*) from qr_code where report_id = 1") == 1
                            && portal.count("select count(*) from declaration_to_match") == 0
                            && portal.count("select count(*) from trace_report where status = 'SENT'") == 1
                            && portal.count("select count(*) from audit_event where seal_no is null") == 0);
            assertThat(portal.query("select status from recall_task")).isEqualTo("OPEN");
            assertThat(portal.count("select count(*) from risk_match where importer_uscc = '91310115MA1TEXT01R'"))
                    .as("the risk finds the goods")
                    .isOne();
            portal.kill();

            portal.launch("--verify-audit");
            assertThat(portal.awaitEnd()).as(portal.printed()).isZero();
        }
    }

    /** Brings the database to a version as it was then, and adds what it held. */
    private static void filled(Portal portal, String version) throws SQLException, IOException {
        String url;
        try (var connection = portal.connect()) {
            url = connection.getMetaData().getURL();
        }
        boolean embedded = url.startsWith("jdbc:h2:");
        Flyway.configure()
                .dataSource(url, embedded ? "suyuan" : "postgres", embedded ? "suyuan" : "")
                .locations(
                        "filesystem:" + MIGRATIONS.resolve("migration"),
                        "filesystem:" + MIGRATIONS.resolve(embedded ? "h2" : "postgresql"))
                .target(version)
                .load()
                .migrate();
        try (var script = UpgradeIT.class.getResourceAsStream("/upgrade/V" + version + ".sql");
                var connection = portal.connect();
                var statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
