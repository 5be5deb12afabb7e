package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.suyuan.declaration.Records;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;

/** Balances what the portal has in its database and folders against what its counterparts know. */
public record Books(Portal portal) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Waits until the first records of a file are stored. */
    public void awaitBegun(String file) {
        await(file + " begun")
                .atMost(PATIENCE)
                .until(() -> count("inbound_file where file_name = ? and read_count > 0", file) > 0);
    }

    /** Waits until nothing is under way any more. */
    public void close() {
        await("all work done")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(portal.files("FTR301", "inbox")).isEmpty();
                    assertThat(portal.files("FTR101", "outbox")).isEmpty();
                    assertThat(portal.files("FTR102", "inbox")).isEmpty();
                    assertThat(portal.files("FTR201", "inbox")).isEmpty();
                    assertThat(portal.files("FTR202", "outbox")).isEmpty();
                    assertThat(portal.files("FTR203", "inbox")).isEmpty();
                    assertThat(count("inbound_file where finished_at is null")).isZero();
                    assertThat(count("outbox_message where state <> 'SENT'")).isZero();
                    assertThat(count("trace_report where status in ('SUBMITTED', 'SENT', 'SEND_FAILED')"))
                            .isZero();
                    assertThat(count("recall_round where status in ('SUBMITTED', 'SENT', 'SEND_FAILED')"))
                            .isZero();
                    assertThat(count("qr_due")).isZero();
                });
    }

    static String goodsName(int block, int index) {
        return "货物" + block + "-" + index;
    }

    private static String goodsOf(int block) {
        return "货物" + block + "-%";
    }

    /** A file of which every hundredth record is bad. */
    void declarations(String file, int block, int records) {
        int bad = records / 100;
        assertThat(portal.rows(
                        "select state, read_count, stored_count, rejected_count from inbound_file where file_name = ?",
                        file))
                .singleElement()
                .hasToString("{read_count=%d, rejected_count=%d, state=DONE, stored_count=%d}"
                        .formatted(records, bad, records - bad));
        assertThat(count("declaration where declaration_no like ? and revision = 1", Records.pattern(block)))
                .isEqualTo(records - bad);
        assertThat(count("goods_item where name like ?", goodsOf(block))).isEqualTo(records - bad);
        assertThat(count("rejected_record where raw like ?", "%" + goodsOf(block)))
                .isEqualTo(bad);
        assertThat(portal.files("FTR301", "archive"))
                .filteredOn(name -> name.startsWith(file))
                .containsExactly(file, file + ".rejects.csv");
        assertThat(count("audit_event where action in ('inbound.claim', 'inbound.done') and subject = ?", file))
                .isEqualTo(2);
    }

    /** Each recall was ordered once and amended once. */
    void orders(Collection<Recall> recalls) {
        for (var recall : recalls) {
            assertThat(portal.rows("select revision, reason from recall_task where task_no = ?", recall.taskNo()))
                    .singleElement()
                    .hasToString("{reason=%s, revision=2}".formatted(recall.reason()));
            assertThat(count("lot_hold where task_no = ? and lifted_at is null", recall.taskNo()))
                    .isOne();
            assertThat(count(
                            "audit_event where action = 'exchange.recallTask' and subject = ? and detail like '%STORED'",
                            recall.taskNo()))
                    .isEqualTo(2);
        }
        assertThat(count("recall_task")).isEqualTo(recalls.size());
        assertThat(portal.files("FTR201", "archive")).hasSize(2 * recalls.size());
        assertThat(portal.files("FTR201", "quarantine")).isEmpty();
    }

    /**
     * Everything that was filed has left once.
     *
     * @param acknowledgedReports message ids of submits that were answered with a yes; others may have been filed, too
     */
    public void submissions(
            Collection<String> acknowledgedReports, Collection<String> acknowledgedRounds, CustomsClient customs) {
        var reports = submitted(
                "FTR101",
                "select 'FTR101_' || r.unified_no || '_' || v.version from trace_report_version v"
                        + " join trace_report r on r.id = v.report_id",
                acknowledgedReports);
        var rounds = submitted(
                "FTR202",
                "select 'FTR202_' || t.task_no || '_' || r.round_no || '_' || v.version from recall_round_version v"
                        + " join recall_round r on r.id = v.round_id join recall_task t on t.id = r.task_id",
                acknowledgedRounds);
        assertThat(rounds).isNotEmpty();
        var submitted = new HashSet<String>(reports);
        submitted.addAll(rounds);
        assertThat(texts("select message_id from outbox_message")).isEqualTo(submitted);
        assertThat(count("outbox_message")).isEqualTo(submitted.size());
        assertThat(customs.taken().keySet()).isEqualTo(submitted);
        assertThat(customs.taken())
                .as("each message was seen once")
                .allSatisfy((id, times) -> assertThat(times).as(id).isOne());
        assertThat(texts("select detail from audit_event where action = 'exchange.sent'"))
                .isEqualTo(submitted);
        assertThat(count("audit_event where action = 'exchange.sent'")).isEqualTo(submitted.size());
        assertThat(count("audit_event where action in ('trace.submit', 'recall.submitRound')"))
                .isEqualTo(submitted.size());
    }

    /** Message ids of the versions in the books, none twice, all acknowledged ones among them, all sent. */
    private Set<String> submitted(String type, String versions, Collection<String> acknowledged) {
        var submitted = texts(versions);
        assertThat(portal.rows(versions)).hasSameSizeAs(submitted);
        assertThat(submitted).containsAll(acknowledged);
        assertThat(portal.files(type, "sent")).hasSameSizeAs(submitted);
        return submitted;
    }

    public void answers(CustomsClient customs) {
        assertThat(texts("select message_id from receipt")).isEqualTo(customs.answers());
        assertThat(count("receipt")).isEqualTo(customs.answers().size());
        assertThat(count("audit_event where action = 'exchange.receipt'"))
                .isEqualTo(customs.answers().size());
        assertThat(count("receipt where message_id like 'R%' and outcome <> 'APPLIED'"))
                .isZero();
        for (var type : List.of("FTR102", "FTR203")) {
            assertThat(portal.files(type, "archive")).hasSameElementsAs(customs.files(type));
            assertThat(portal.files(type, "quarantine")).isEmpty();
        }
        statuses(
                "select unified_no as filed, version, status from trace_report r" // but not drafts that were given up
                        + " where exists (select 1 from trace_report_version v where v.report_id = r.id and v.version = r.version)");
        statuses("select t.task_no || '_' || r.round_no as filed, r.version, r.status from recall_round r"
                + " join recall_task t on t.id = r.task_id");
        assertThat(portal.rows("select report_id, version, status, count(*) from trace_event"
                        + " group by report_id, version, status having count(*) > 1"))
                .isEmpty();
        assertThat(portal.rows("select round_id, version, status, count(*) from recall_event"
                        + " group by round_id, version, status having count(*) > 1"))
                .isEmpty();
        assertThat(count("trace_report r where r.status = 'CUSTOMS_STORED' and not exists"
                        + " (select 1 from qr_code q where q.report_id = r.id)"))
                .isZero();
    }

    /** What was filed stands as customs said. */
    private void statuses(String filings) {
        for (var filing : portal.rows(filings)) {
            assertThat(filing.get("status"))
                    .as(filing.toString())
                    .isEqualTo(
                            switch (CustomsClient.verdict(
                                    filing.get("filed").toString(), (int) filing.get("version"))) {
                                case "100" -> "RETURNED";
                                case "120" -> "CUSTOMS_STORED";
                                default -> "CUSTOMS_FAILED";
                            });
        }
    }

    /** How often a file was gone on with that a crash had broken off. */
    long takeOvers() {
        return count("audit_event where action = 'inbound.takeOver'");
    }

    /** What the crashes have met. */
    public String summary() {
        return count("inbound_file") + " files, taken over " + takeOvers() + " times; " + count("outbox_message")
                + " messages out, " + count("receipt") + " answers in";
    }

    private Set<String> texts(String sql) {
        return portal.rows(sql).stream()
                .map(row -> row.values().iterator().next().toString())
                .collect(Collectors.toSet());
    }

    private long count(String what, Object... parameters) {
        return portal.count("select count(*) from " + what, parameters);
    }
}
