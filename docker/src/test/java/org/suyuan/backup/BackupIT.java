package org.suyuan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.container.Operator;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Portal;
import org.suyuan.testing.PostgreSqlServer;
import org.suyuan.testing.PostgreSqlServer.Ended;
import org.suyuan.trace.Forms;

/** Roles with least rights, a backup, and the way back to a minute, by the scripts of {@code docker}. */
@Tag("H2")
class BackupIT {

    private static final Map<String, String> SETTINGS =
            Map.of("SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path backups;
    private PostgreSqlServer server;
    private Portal portal;

    BackupIT() throws Exception {
        backups = Files.createTempDirectory("suyuan-backups-");
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        server.stop();
    }

    @Test
    void a_portal_goes_back_to_a_minute_and_what_customs_had_and_has_since_is_reconciled() throws Exception {
        server = PostgreSqlServer.create(backups.resolve("server"), backups);
        rolesHaveTheRightsTheyNeedAndNoMore();
        start();
        var customs = new Customs(portal);
        var declared = Declaration.of(Customs.newDeclarationNo(), Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000"));
        customs.declares(declared);
        var first = submitted(declared);
        var backup = script(
                "backup.sh", Map.of("PGUSER", "suyuan_backup", "PGPASSWORD", "suyuan_backup"), portal.home(), backups);
        assertThat(backup.exitCode()).as(backup.printed()).isZero();
        var second = submitted(declared);
        await().atMost(PATIENCE)
                .until(() -> portal.count("select count(*) from audit_event where seal_no is null") == 0);
        var minute = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        await().until(() -> Instant.now().isAfter(minute.plusSeconds(1)));

        var lost = submitted(declared);
        var later = Declaration.of(Customs.newDeclarationNo(), Customs.IMPORTER1, Goods.of(1, "冷冻鳕鱼", "10"));
        customs.declares(later);
        customs.answers(first, 1, "120", "海关入库成功");
        disaster();

        var data = backups.resolve("restored");
        var restored = script(
                "restore.sh",
                Map.of("PGUSER", "postgres", "PGPASSWORD", "postgres"),
                backups,
                minute,
                data,
                server.port(),
                portal.home());
        assertThat(restored.exitCode()).as(restored.printed()).isZero();
        assertThat(restored.printed())
                .contains("Base backup " + backup.printed().strip(), "Files that the portal reads again: 2");
        server = new PostgreSqlServer(data, server.port());
        assertThat(portal.rows("select unified_no from trace_report order by id"))
                .extracting(row -> row.get("unified_no"))
                .containsExactly(first, second);
        auditIsSound();

        start();
        await("the declaration and the answer of after that minute")
                .atMost(PATIENCE)
                .until(() -> portal.count("select count(*) from declaration where declaration_no = ?", later.number())
                                == 1
                        && portal.count("select count(*) from trace_report where status = 'CUSTOMS_STORED'") == 1);
        customs.answers(lost, 1, "120", "海关入库成功"); // of a report that nobody here knows any more
        var again = submitted(declared);
        assertThat(again.compareTo(lost)).as("no number is given twice").isPositive();
        assertThat(portal.files("FTR101", "outbox"))
                .containsExactlyInAnyOrder(file(first), file(second), file(lost), file(again));
        assertThat(portal.rows("select business_key, outcome from receipt order by id"))
                .extracting(row -> row.get("business_key"))
                .containsExactly(first, lost);
        assertThat(portal.count("select count(*) from trace_report")).isEqualTo(3);
        assertThat(portal.count("select count(*) from outbox_message where state = 'SENT'"))
                .isEqualTo(3);
    }

    private void rolesHaveTheRightsTheyNeedAndNoMore() throws Exception {
        var made = PostgreSqlServer.run(
                Map.of("PGPASSWORD", "postgres"),
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(server.port()),
                "-U",
                "postgres",
                "-d",
                "suyuan",
                "-v",
                "owner=suyuan_owner",
                "-v",
                "app=suyuan_app",
                "-v",
                "read=suyuan_read",
                "-v",
                "backup=suyuan_backup",
                "-f",
                "postgresql/roles.sql");
        assertThat(made.exitCode()).as(made.printed()).isZero();
        var home = Portal.stopped("backup", SETTINGS);

        portal = home.on(server.as("suyuan_app"), SETTINGS);
        portal.launch("--migrate");
        assertThat(portal.awaitEnd())
                .as("the portal's own role makes no tables")
                .isOne();
        assertThat(portal.printed()).contains("The database could not be migrated.", "permission denied");

        var owner = home.on(server.as("suyuan_owner"), SETTINGS);
        owner.launch("--migrate");
        assertThat(owner.awaitEnd()).as(owner.printed()).isZero();
        assertThat(owner.printed()).containsPattern("migrations done now: [1-9]");

        refused("suyuan_app", "create table x (id integer)");
        refused("suyuan_app", "drop table trace_report");
        refused("suyuan_read", "delete from enterprise");
        refused("suyuan_backup", "select * from enterprise");
        try (var connection = server.connect(PostgreSqlServer.DATABASE, "suyuan_read", "suyuan_read");
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("select * from sales_record").next())
                    .isFalse();
        }
    }

    private void refused(String role, String sql) {
        assertThatThrownBy(() -> {
                    try (var connection = server.connect(PostgreSqlServer.DATABASE, role, role);
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(role + ": " + sql)
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner|read-only transaction).*");
    }

    /** The portal runs by the role that may not change its tables. */
    private void start() {
        portal.launch("--control");
        portal.awaitControl();
        var application = portal.home().resolve("suyuan.ear");
        TestApplication.ear(UseCases.class).as(ZipExporter.class).exportTo(application.toFile(), true);
        assertThat(portal.tell("deploy " + application)).isTrue();
    }

    private String submitted(Declaration declared) {
        var number = new Operator(portal, "importer1")
                .submit(Forms.form(declared.number(), 1, "1"))
                .saved()
                .unifiedNo();
        await().atMost(PATIENCE).until(() -> portal.files("FTR101", "outbox").contains(file(number)));
        await().atMost(PATIENCE)
                .until(() -> portal.count("select count(*) from outbox_message where state <> 'SENT'") == 0);
        return number;
    }

    private static String file(String unifiedNo) {
        return "FTR101_" + unifiedNo + "_1.xml";
    }

    /** The last of PostgreSQL's log has left the machine, then the machine is gone. */
    private void disaster() throws Exception {
        portal.kill();
        try (var connection = server.connect("postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            var log = statement.executeQuery("select pg_walfile_name(pg_switch_wal())");
            log.next();
            var last = backups.resolve("wal").resolve(log.getString(1));
            await().atMost(PATIENCE).until(() -> Files.exists(last));
        }
        server.stop();
    }

    private void auditIsSound() throws Exception {
        portal.launch("--verify-audit");
        assertThat(portal.awaitEnd()).as(portal.printed()).isZero();
        assertThat(portal.printed()).contains("The audit log is sound");
    }

    private Ended script(String name, Map<String, String> role, Object... arguments) throws Exception {
        var environment = new HashMap<>(role);
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", String.valueOf(server.port()));
        environment.put("PGBIN", PostgreSqlServer.programs().toString());
        var command = new ArrayList<>(List.of("tools/" + name));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return PostgreSqlServer.run(environment, command.toArray(String[]::new));
    }
}
