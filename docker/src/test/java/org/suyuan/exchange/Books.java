package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.suyuan.declaration.Records;
import org.suyuan.testing.Portal;

/** Balances what the portal has in its database and folders against what its counterparts know. */
record Books(Portal portal) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Waits until the first records of a file are stored. */
    void awaitBegun(String file) {
        await(file + " begun")
                .atMost(PATIENCE)
                .until(() -> count("inbound_file where file_name = ? and read_count > 0", file) > 0);
    }

    /** Waits until nothing is under way any more. */
    void close() {
        await("all work done")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(portal.files("FTR301", "inbox")).isEmpty();
                    assertThat(portal.files("FTR101", "outbox")).isEmpty();
                    assertThat(portal.files("FTR102", "inbox")).isEmpty();
                    assertThat(count("inbound_file where finished_at is null")).isZero();
                    assertThat(count("outbox_message where state <> 'SENT'")).isZero();
                    assertThat(count("trace_report where status in ('SUBMITTED', 'SENT', 'SEND_FAILED')"))
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

    void submissions(Collection<Filer> filers, CustomsClient customs) {
        var submitted = portal
                .rows(
                        "select r.unified_no, v.version from trace_report_version v join trace_report r on r.id = v.report_id")
                .stream()
                .map(row -> "FTR101_" + row.get("unified_no") + "_" + row.get("version"))
                .collect(Collectors.toSet());
        for (var filer : filers) {
            assertThat(filer.refusals()).isEmpty();
            assertThat(submitted).containsAll(filer.acknowledged());
        }
        assertThat(count("trace_report_version")).isEqualTo(submitted.size());
        assertThat(texts("select message_id from outbox_message")).isEqualTo(submitted);
        assertThat(count("outbox_message")).isEqualTo(submitted.size());
        assertThat(customs.taken().keySet()).isEqualTo(submitted);
        assertThat(customs.taken())
                .as("each message was seen once")
                .allSatisfy((id, times) -> assertThat(times).as(id).isOne());
        assertThat(portal.files("FTR101", "sent")).hasSize(submitted.size());
        assertThat(texts("select detail from audit_event where action = 'exchange.sent'"))
                .isEqualTo(submitted);
        assertThat(count("audit_event where action = 'exchange.sent'")).isEqualTo(submitted.size());
        assertThat(count("audit_event where action = 'trace.submit'")).isEqualTo(submitted.size());
    }

    void answers(CustomsClient customs) {
        assertThat(texts("select message_id from receipt")).isEqualTo(customs.answers());
        assertThat(count("receipt")).isEqualTo(customs.answers().size());
        assertThat(count("audit_event where action = 'exchange.receipt'"))
                .isEqualTo(customs.answers().size());
        assertThat(count("receipt where message_id like 'R%' and outcome <> 'APPLIED'"))
                .isZero();
        assertThat(portal.files("FTR102", "archive")).hasSameElementsAs(customs.files());
        assertThat(portal.files("FTR102", "quarantine")).isEmpty();
        for (var report : portal.rows("select unified_no, version, status from trace_report")) {
            assertThat(report.get("status"))
                    .as(report.toString())
                    .isEqualTo(
                            switch (CustomsClient.verdict(
                                    report.get("unified_no").toString(), (int) report.get("version"))) {
                                case "100" -> "RETURNED";
                                case "120" -> "CUSTOMS_STORED";
                                default -> "CUSTOMS_FAILED";
                            });
        }
        assertThat(portal.rows("select report_id, version, status, count(*) from trace_event"
                        + " group by report_id, version, status having count(*) > 1"))
                .isEmpty();
        assertThat(count("trace_report r where r.status = 'CUSTOMS_STORED' and not exists"
                        + " (select 1 from qr_code q where q.report_id = r.id)"))
                .isZero();
    }

    /** How often a file was gone on with that a crash had broken off. */
    long takeOvers() {
        return count("audit_event where action = 'inbound.takeOver'");
    }

    /** What the crashes have met. */
    String summary() {
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
