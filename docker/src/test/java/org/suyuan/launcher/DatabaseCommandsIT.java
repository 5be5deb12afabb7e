package org.suyuan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;

/** {@code java -jar suyuan.jar} with commands that work on the database and end. */
class DatabaseCommandsIT {

    @Test
    void fills_a_database_as_ordered_stops_and_starts_on_it() throws Exception {
        try (var portal = Portal.stopped("generate", Map.of("SUYUAN_TRAINING", "true"))) {
            portal.launch("--generate", "declarations=300,reports=200,sales=500,seed=7");
            assertThat(portal.awaitEnd()).isZero();

            portal.start();

            assertThat(portal.count("select count(*) from declaration")).isEqualTo(300);
            assertThat(portal.count("select count(*) from trace_report")).isEqualTo(200);
            assertThat(portal.count("select count(*) from sales_record")).isEqualTo(500);
            assertThat(portal.count("select count(*) from (select r.goods_item_id from sales_record s"
                            + " join trace_report r on r.id = s.report_id join goods_item g on g.id = r.goods_item_id"
                            + " group by r.goods_item_id, g.quantity having sum(s.sold_quantity) > g.quantity) x"))
                    .as("items of which more was sold than declared")
                    .isZero();
        }
    }

    @Test
    @Tag("F19")
    @Tag("H11")
    void the_audit_log_is_sealed_and_verifying_it_names_the_first_event_that_was_changed() throws Exception {
        try (var portal = Portal.training("audit")) {
            await().until(() -> portal.count("select count(*) from audit_event where seal_no is not null") > 5);
            await().until(() -> portal.count("select count(*) from audit_event where seal_no is null") == 0);
            var noted = portal.query("select seal from audit_event where seal_no = 2")
                    .toString();
            portal.kill();

            verified(portal, 0, "The audit log is sound: \\d+ events sealed, \\d+ not sealed yet, last seal \\w{64}");
            verified(portal, 0, "The audit log is sound.*", noted);
            verified(portal, 1, ".*the chain was made anew", noted.replaceAll("\\w{8}$", "00000000"));

            portal.execute("update audit_event set detail = 'nothing' where seal_no = 5");
            verified(portal, 1, "The audit log was changed: event 5 of the chain .* is not what was sealed");
            portal.execute("delete from audit_event where seal_no = 3");
            verified(portal, 1, ".*event 3 of the chain is missing");
            portal.execute("delete from audit_event where seal_no > 2");
            verified(portal, 1, ".*event 3 of the chain is missing");
        }
    }

    private static void verified(Portal portal, int exitCode, String printed, String... notedSeal) throws Exception {
        portal.launch(
                Stream.concat(Stream.of("--verify-audit"), Stream.of(notedSeal)).toArray(String[]::new));
        assertThat(portal.awaitEnd()).isEqualTo(exitCode);
        assertThat(portal.printed().strip()).matches(printed);
    }
}
