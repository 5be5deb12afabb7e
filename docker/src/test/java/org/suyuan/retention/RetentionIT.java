package org.suyuan.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Console;
import org.suyuan.testing.Portal;

/** Records whose retention has ended are removed, those of a recall or an unanswered message are not. */
@Tag("H12")
@Tag("F26")
class RetentionIT {

    private static final LocalDate LAST_KEPT =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusYears(3);
    private static final String LONG_AGO = "timestamp with time zone '2020-03-01 00:00:00+08:00'";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Portal portal;

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void what_is_past_its_retention_goes_and_nothing_that_something_else_needs() throws Exception {
        filled("declarations=100,reports=60,sales=120,seed=3");
        var report = reportsOnDifferentItems();
        set("trace_report", "status = 'SENT'", report.get(0));
        set("trace_report", "shelf_life_days = 10000", report.get(1));
        sale(report.get(2), LAST_KEPT);
        sale(report.get(3), LAST_KEPT.minusDays(1)); // goes
        recall(report.get(4), "RC2020000000000001", "OPEN", "null");
        recall(report.get(5), "RC2020000000000002", "CLOSED", "current_timestamp");
        recall(report.get(6), "RC2020000000000003", "CLOSED", LONG_AGO); // goes
        portal.execute("insert into trace_event (id, report_id, version, status, happened_at) values (-1, "
                + report.get(7) + ", 1, 'CUSTOMS_STORED', current_timestamp)");
        message(report.get(8), "WAITING");
        message(report.get(1), "SENT");
        message(report.get(6), "SENT"); // goes
        set("trace_report", "status = 'DRAFT', goods_item_id = null, import_date = null", report.get(9)); // goes
        files();
        for (int id = -20; id < 0; id++) {
            portal.execute("insert into audit_event (id, happened_at, actor, action) values (" + id + ", "
                    + LONG_AGO.replace("2020", "2010") + ", 'importer9', 'trace.submit')");
        }
        job(-1, LONG_AGO); // goes
        job(-2, "current_timestamp");
        long reports = portal.count("select count(*) from trace_report");
        long needed = portal.count("select count(distinct g.declaration_id) from goods_item g join trace_report r"
                + " on r.goods_item_id = g.id where r.id in (" + ids(report, 0, 1, 2, 4, 5, 7, 8) + ")");
        portal.start();

        try (var console = portal.console()) {
            await().atMost(PATIENCE)
                    .until(() -> portal.count("select count(*) from audit_event where seal_no is null") == 0);
            assertThat(dryRun(console))
                    .containsEntry("RECALL", 1L)
                    .containsEntry("REPORT", reports - 8) // that of the recall which goes follows
                    .containsEntry("AUDIT_EVENT", 20L)
                    .containsEntry("INCOMING_FILE", 1L)
                    .containsEntry("JOB", 1L)
                    .containsEntry("EXCHANGE_FILE", 2L);
            assertThat(portal.count("select count(*) from trace_report")).isEqualTo(reports);
            var sealRemoved = portal.query("select seal from audit_event where seal_no = 3")
                    .toString();
            var sealKept = portal.query("select seal from audit_event where seal_no = 20")
                    .toString();

            purge(console);

            assertThat(portal.rows("select id from trace_report order by id").stream()
                            .map(row -> row.get("id")))
                    .containsExactlyElementsOf(List.of(0, 1, 2, 4, 5, 7, 8).stream()
                            .map(report::get)
                            .sorted()
                            .toList());
            assertThat(portal.count("select count(*) from declaration")).isEqualTo(needed);
            assertThat(portal.rows("select task_no from recall_task order by task_no"))
                    .extracting(row -> row.get("task_no"))
                    .containsExactly("RC2020000000000001", "RC2020000000000002");
            assertThat(portal.count("select count(*) from recall_action")).isEqualTo(2);
            assertThat(portal.count("select count(*) from lot_hold")).isEqualTo(2);
            assertThat(portal.rows("select state from outbox_message order by state"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("SENT", "WAITING");
            assertThat(portal.files("FTR301", "archive")).containsExactly("known.xml");
            assertThat(portal.files("FTR101", "sent")).isEmpty();
            assertThat(portal.files("FTR101", "outbox")).containsExactly("old.xml");
            assertThat((String) portal.query("select detail from audit_event where action = 'retention.purge'"))
                    .contains("AUDIT_EVENT 20", "JOB 1", "RECALL 1", "EXCHANGE_FILE 3", "REPORT " + (reports - 7));
            for (var rows : List.of(
                    "jbatchjobinstancedata where jobinstanceid",
                    "jbatchexecutioninstancedata where jobinstanceid",
                    "jbatchstepexecutioninstancedata where jobexecid",
                    "jbatchjobstatus where id",
                    "jbatchstepstatus where id")) {
                assertThat(portal.count("select count(*) from " + rows + " in (-1, -10)"))
                        .as(rows)
                        .isZero();
                assertThat(portal.count("select count(*) from " + rows + " in (-2, -20)"))
                        .as(rows)
                        .isPositive();
            }
            assertThat(portal.rows("select id from jbatchcheckpointdata where id like '-%'"))
                    .singleElement()
                    .hasToString("{id=-2,read,READER}");
            assertThat(console.lines("Retention", "Runs").get(0))
                    .contains("| console | " + LAST_KEPT + ", shelf life ", "REPORT " + (reports - 7));
            chainIsSound(console, sealRemoved, sealKept);
        }
    }

    private void chainIsSound(Console console, String sealRemoved, String sealKept) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> portal.count("select count(*) from audit_event where seal_no is null") == 0);
        assertThat(portal.count("select min(seal_no) from audit_event")).isEqualTo(21);
        assertThat((String) console.call("Audit", "verify")).startsWith("The audit log is sound: ");
        assertThat((String) console.call("Audit", "verifySince", sealKept)).startsWith("The audit log is sound: ");
        assertThat((String) console.call("Audit", "verifySince", sealRemoved))
                .contains("it is of one of those up to 20 that were removed, or the chain was made anew");

        // who cuts off more, and moves the beginning of the chain, is found out
        portal.execute(
                "update audit_head set anchor_no = 21, anchor_seal = (select seal from audit_event where seal_no ="
                        + " 21)");
        portal.execute("delete from audit_event where seal_no = 21");
        assertThat((String) console.call("Audit", "verify"))
                .isEqualTo("The audit log was changed: no event tells that those up to 21 were removed");
    }

    @Test
    @Tag("H4")
    void a_run_that_a_crash_breaks_off_goes_on_and_every_record_is_counted_once() throws Exception {
        filled("declarations=4000,reports=3000,sales=6000,seed=4");
        long reports = portal.count("select count(*) from trace_report");
        long declarations = portal.count("select count(*) from declaration");
        portal.start();
        try (var console = portal.console()) {
            console.call("Retention", "purge");
        }
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> portal.count("select count(*) from purge_count where removed >= 200") > 0);
        portal.kill();
        assertThat(portal.count("select count(*) from declaration") + portal.count("select count(*) from trace_report"))
                .as("killed amid the run")
                .isBetween(1L, reports + declarations - 1);
        assertThat(portal.count("select sum(removed) from purge_count"))
                .isEqualTo(reports
                        + declarations
                        - portal.count("select count(*) from trace_report")
                        - portal.count("select count(*) from declaration"));

        portal.start();
        awaitFinished();
        assertThat(portal.count("select count(*) from declaration")).isZero();
        assertThat(portal.count("select count(*) from sales_record")).isZero();
        assertThat(portal.rows("select kind, removed from purge_count order by kind"))
                .extracting(row -> row.get("kind") + " " + row.get("removed"))
                .containsExactly("DECLARATION " + declarations, "REPORT " + reports);
        assertThat(portal.count("select count(*) from audit_event where action = 'retention.purge'"))
                .isOne();
    }

    @Test
    void to_keep_records_for_less_than_the_law_asks_for_stops_the_start() throws Exception {
        portal = Portal.stopped("retention", Map.of("SUYUAN_RETENTION_YEARS", "2"));
        portal.launch();
        assertThat(portal.awaitEnd()).isOne();
        assertThat(portal.printed())
                .contains("suyuan.retention.years is 2: the law asks for 3 at least; set it to that or more");
    }

    /** A portal, not started yet, with generated records of long ago; the run of this night is over. */
    private void filled(String order) throws Exception {
        portal = Portal.stopped("retention", Map.of());
        portal.launch("--generate", order);
        assertThat(portal.awaitEnd()).isZero();
        portal.execute("delete from declaration_to_match");
        portal.execute("update declaration set import_date = date '2020-02-01', message_time = " + LONG_AGO
                + ", received_at = " + LONG_AGO);
        portal.execute("update goods_item set production_date = date '2020-01-01', shelf_life_days = 365");
        portal.execute("update trace_report set import_date = date '2020-02-01', production_date = date '2020-01-01',"
                + " shelf_life_days = 365, status = 'CUSTOMS_STORED', created_at = " + LONG_AGO);
        portal.execute("update trace_event set happened_at = " + LONG_AGO);
        portal.execute("update sales_record set delivery_date = date '2020-02-20'");
        portal.execute("insert into purge_run (ordered_by, records_before, shelf_life_before, audit_before, started_at,"
                + " finished_at) values ('timetable', current_date, current_date, current_date, current_timestamp,"
                + " current_timestamp)");
    }

    private List<Object> reportsOnDifferentItems() {
        var reports = portal
                .rows("select min(id) as id from trace_report group by goods_item_id having count(*) = 1 order by 1"
                        + " fetch first 10 rows only")
                .stream()
                .map(row -> row.get("id"))
                .toList();
        assertThat(reports).hasSize(10);
        return reports;
    }

    private static String ids(List<Object> all, int... chosen) {
        return String.join(
                ", ",
                IntStream.of(chosen)
                        .mapToObj(index -> all.get(index).toString())
                        .toList());
    }

    private void set(String table, String assignment, Object id) {
        portal.execute("update " + table + " set " + assignment + " where id = " + id);
    }

    private void sale(Object report, LocalDate delivered) {
        portal.execute("update sales_record set delivery_date = date '" + delivered + "' where report_id = " + report);
    }

    /** A recall of the item of a report, with a round of one measure and a hold, lifted unless the recall is open. */
    private void recall(Object report, String taskNo, String status, String finishedAt) {
        var id = taskNo.substring(10);
        portal.execute(
                "insert into recall_task (id, task_no, kind, status, importer_uscc, declaration_no, goods_seq_no,"
                        + " food_name, recall_level, reason, notified_at, initiated_on, cancelled, message_time, revision,"
                        + " received_at, finished_at, lock_version) select " + id + ", '" + taskNo + "', 'ORDERED', '"
                        + status
                        + "', '91310115MA1TEXT01C', declaration_no, goods_seq_no, 'x', 'LEVEL_1', 'x', " + LONG_AGO
                        + ", date '2020-03-01', false, " + LONG_AGO + ", 1, " + LONG_AGO + ", " + finishedAt
                        + ", 0 from trace_report where id = " + report);
        portal.execute("insert into recall_round (id, task_id, importer_uscc, round_no, version, status, completed,"
                + " unsold_too, destroyed, remedied, in_stock, unrecoverable, created_by, created_at, lock_version,"
                + " filed_by) values (" + id + ", " + id
                + ", '91310115MA1TEXT01C', 1, 1, 'CUSTOMS_STORED', true, false,"
                + " 0, 0, 0, 0, 'importer1', " + LONG_AGO + ", 0, 'importer1')");
        portal.execute("insert into recall_action (id, round_id, importer_uscc, row_no, responsible_person, phone,"
                + " start_date, end_date, recalled_quantity) values (" + id + ", " + id + ", '91310115MA1TEXT01C', 1,"
                + " 'x', '13900000000', date '2020-03-01', date '2020-03-01', 1)");
        portal.execute("insert into lot_hold (id, task_no, declaration_no, goods_seq_no, reason, placed_at, lifted_at)"
                + " select " + id + ", '" + taskNo + "', declaration_no, goods_seq_no, 'x', " + LONG_AGO + ", "
                + finishedAt + " from trace_report where id = " + report);
    }

    /** A job that was broken off long ago and went on at a time, as the batch runtime writes it down. */
    private void job(int id, String wentOn) {
        portal.execute(
                "insert into jbatchjobinstancedata (jobinstanceid, name, apptag) values (" + id + ", 'purge', 'x')");
        portal.execute("insert into jbatchjobstatus (id) values (" + id + ")");
        portal.execute("insert into jbatchcheckpointdata (id) values ('" + id + ",read,READER')");
        for (var execution : Map.of(id, LONG_AGO, 10 * id, wentOn).entrySet()) {
            portal.execute("insert into jbatchexecutioninstancedata (jobexecid, jobinstanceid, createtime, updatetime)"
                    + " values (" + execution.getKey() + ", " + id + ", " + LONG_AGO + ", " + execution.getValue()
                    + ")");
            portal.execute("insert into jbatchstepexecutioninstancedata (stepexecid, jobexecid) values ("
                    + execution.getKey() + ", " + execution.getKey() + ")");
            portal.execute("insert into jbatchstepstatus (id) values (" + execution.getKey() + ")");
        }
    }

    private void message(Object report, String state) {
        portal.execute(
                "insert into outbox_message (id, message_id, message_type, business_key, version, content, state,"
                        + " attempts, next_attempt_at, created_at, sent_at) select -id, 'FTR101_' || unified_no || '_1', 'FTR101',"
                        + " unified_no, 1, '<x/>', '" + state
                        + "', 1, timestamp with time zone '2099-01-01 00:00:00+08:00', "
                        + LONG_AGO + ", " + LONG_AGO + " from trace_report where id = " + report);
    }

    /** Of three old files in the archive, customs' list of one read lately names one, and that of one read long ago another. */
    private void files() {
        old("FTR301", "archive", "forgotten.xml");
        old("FTR301", "archive", "known.xml");
        old("FTR301", "archive", "gone.xml");
        old("FTR101", "sent", "old.xml");
        old("FTR101", "outbox", "old.xml");
        file(-1, "known.xml", "current_timestamp");
        file(-2, "gone.xml", LONG_AGO);
    }

    private void file(int id, String name, String finishedAt) {
        portal.execute("insert into inbound_file (id, message_type, file_name, sha256, size_bytes, state, holder,"
                + " attempts, read_count, stored_count, rejected_count, filed_as, claimed_at, finished_at) values ("
                + id
                + ", 'FTR301', '" + name + "', '" + "0".repeat(64) + "', 1, 'DONE', 'x', 0, 1, 1, 0, '" + name + "', "
                + LONG_AGO + ", " + finishedAt + ")");
    }

    private void old(String type, String folder, String name) {
        try {
            var file = Files.writeString(portal.exchange(type, folder).resolve(name), "<x/>");
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-03-01T00:00:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> dryRun(Console console) throws Exception {
        var counts = new HashMap<String, Long>();
        for (var line : (String[]) console.call("Retention", "dryRun")) {
            var parts = line.split(" \\| ");
            counts.put(parts[0], Long.valueOf(parts[1]));
        }
        return counts;
    }

    private void purge(Console console) throws Exception {
        console.call("Duty,name=purge", "pause");
        console.call("Retention", "purge");
        assertThatThrownBy(() -> console.call("Retention", "purge"))
                .hasStackTraceContaining("Records are being removed already");
        console.call("Duty,name=purge", "resume");
        awaitFinished();
    }

    private void awaitFinished() {
        await("the end of the run")
                .atMost(PATIENCE)
                .until(() -> portal.count("select count(*) from purge_run where finished_at is null") == 0);
    }
}
