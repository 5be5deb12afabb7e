package org.suyuan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.suyuan.container.Operator;
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.testing.Console;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.DeclarationFile;
import org.suyuan.testing.Portal;
import org.suyuan.trace.Forms;

/** The staff of the portal at the console of the server: every duty, feed, job, message and lock, over real JMX. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("H13")
class ConsoleIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-01-31T12:00:00+08:00");

    private Portal portal;
    private Customs customs;
    private Console console;

    @Deployment
    static Archive<?> application() {
        return TestApplication.ear(UseCases.class);
    }

    @BeforeEach
    void sitDown() {
        portal = SuyuanContainer.portal();
        customs = new Customs(portal);
        console = portal.console();
    }

    @AfterEach
    void leave() throws Exception {
        portal.execute("delete from paused_duty");
        console.close();
    }

    @Test
    void a_paused_feed_waits_while_others_are_read_and_goes_on_when_it_is_resumed() throws Exception {
        console.call("Feed,name=FTR301", "pause");
        assertThat(console.attribute("Feed,name=FTR301", "Paused")).isEqualTo(true);
        push("paused.xml", 900, 200);
        receive("another.xml"); // other feeds are read as ever

        await().until(() -> console.lines("Feed,name=FTR301", "Waiting").contains("paused.xml"));
        assertThat(portal.count("select count(*) from inbound_file where file_name = 'paused.xml'"))
                .isZero();

        console.call("Feed,name=FTR301", "resume");
        customs.awaitArchived("FTR301", "paused.xml");
        var file = console.lines("Feed,name=FTR301", "Files").get(0);
        assertThat(file).contains("| paused.xml | DONE | 200 | 198 | 2 | 0 |");
        assertThat((String) console.call("Feed,name=FTR301", "rejects", Long.valueOf(file.split(" ")[0])))
                .contains("原因", "FORMAT")
                .hasLineCount(3);
        assertThatThrownBy(() -> console.call("Feed,name=FTR401", "rejects", Long.valueOf(file.split(" ")[0])))
                .hasStackTraceContaining("There is no file " + file.split(" ")[0] + " among those of FTR401");
    }

    @Test
    void what_could_not_be_read_is_told_with_its_reason() throws Exception {
        receive("torn.xml");
        await().until(() -> console.lines("Feed,name=FTR102", "Quarantine").stream()
                .anyMatch(line -> line.startsWith("torn.xml | ") && line.length() > 30));
    }

    /** The server keeps every stream that its class loader has opened; the batch runtime opens one at each start. */
    @Test
    void jobs_that_have_run_leave_no_stream_behind() throws Exception {
        int jobs = 5;
        receive("stream-0.xml");
        long before = streams();
        for (int i = 1; i <= jobs; i++) {
            receive("stream-" + i + ".xml"); // one after the other: a job takes all that wait
        }
        assertThat(before).isPositive();
        assertThat(streams()).isLessThan(before + jobs);
    }

    private void receive(String fileName) {
        portal.push("FTR102", fileName, "<FTR102".getBytes());
        customs.awaitQuarantined("FTR102", fileName);
    }

    private long streams() throws Exception {
        var histogram = (String) console.server()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return Pattern.compile(
                        "(\\d+) +\\d+ +com\\.sun\\.enterprise\\.loader\\.ASURLClassLoader\\$SentinelInputStream\\s")
                .matcher(histogram)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    @Test
    void a_duty_that_is_paused_is_begun_by_nobody_and_performed_at_once_when_asked() throws Exception {
        console.call("Duty,name=outbox", "pause");
        var messageId = submitted(901);
        assertThat(console.attribute("Messages", "WaitingCount")).isEqualTo(1L);
        assertThat(console.lines("Messages", "Waiting"))
                .singleElement()
                .asString()
                .startsWith(messageId + " | WAITING");
        assertThat(console.attribute("Duty,name=outbox", "Waiting")).isEqualTo(1L);
        assertThatThrownBy(() -> console.call("Duty,name=outbox", "performNow"))
                .hasStackTraceContaining("outbox is paused, or another node has it");
        assertThat(portal.files("FTR101", "outbox")).doesNotContain(messageId + ".xml");

        console.call("Duty,name=outbox", "resume");
        until(() -> portal.files("FTR101", "outbox").contains(messageId + ".xml"));
        assertThat(console.attribute("Duty,name=outbox", "Node")).isNotNull();
        assertThat(console.attribute("Duty,name=outbox", "Failing")).isNull();
    }

    @Test
    void a_message_that_customs_lost_is_sent_again_and_one_that_it_answered_is_not() throws Exception {
        var messageId = submitted(902);
        var file = portal.exchange("FTR101", "outbox").resolve(messageId + ".xml");
        until(() -> file.toFile().exists());
        until(() ->
                portal.count("select count(*) from outbox_message where state = 'SENT' and message_id = ?", messageId)
                        == 1);
        assertThat(console.lines("Messages", "ReceiptsOverdue")).noneMatch(line -> line.contains(messageId));
        portal.execute("update outbox_message set sent_at = sent_at - interval '2' day, next_attempt_at ="
                + " next_attempt_at - interval '2' day where message_id = '" + messageId + "'");
        assertThat(console.lines("Messages", "ReceiptsOverdue")).anyMatch(line -> line.startsWith(messageId));

        assertThat(file.toFile().delete()).isTrue();
        console.call("Messages", "resend", messageId);
        until(() -> file.toFile().exists());

        customs.answers(messageId.split("_")[1], 1, "120", "海关入库成功");
        assertThat(console.lines("Messages", "ReceiptsOverdue")).noneMatch(line -> line.contains(messageId));
        assertThatThrownBy(() -> console.call("Messages", "resend", messageId))
                .hasStackTraceContaining("Customs has answered " + messageId);
        assertThatThrownBy(() -> console.call("Messages", "resend", "FTR101_1_1"))
                .hasStackTraceContaining("There is no message FTR101_1_1");
    }

    @Test
    void an_execution_is_stopped_after_its_chunk_and_goes_on_there_when_it_is_restarted() throws Exception {
        push("long.xml", 903, 30_000);
        until(() ->
                portal.count("select count(*) from inbound_file where file_name = 'long.xml' and read_count > 0") == 1);
        var execution = (Long) portal.query("select execution_id from inbound_file where file_name = 'long.xml'");
        console.call("Jobs", "stop", execution);
        until(() -> console.lines("Jobs", "Executions").stream()
                .anyMatch(line -> line.startsWith(execution + " | import-declarations | STOPPED")));
        assertThat(console.attribute("Duty,name=import-declarations", "Paused")).isEqualTo(true);
        assertThat(portal.count("select read_count from inbound_file where file_name = 'long.xml'"))
                .isBetween(1L, 29_999L);
        assertThatThrownBy(() -> console.call("Jobs", "stop", execution))
                .hasStackTraceContaining("does not run on this node");

        console.call("Jobs", "restart", execution);
        customs.awaitArchived("FTR301", "long.xml");
        assertThat(console.attribute("Duty,name=import-declarations", "Paused")).isEqualTo(false);
        assertThat(portal.rows("select state, read_count, stored_count, rejected_count, attempts from inbound_file"
                        + " where file_name = 'long.xml'"))
                .singleElement()
                .hasToString("{attempts=0, read_count=30000, rejected_count=300, state=DONE, stored_count=29700}");
        until(() -> console.lines("Jobs", "Executions").stream()
                .noneMatch(line -> line.contains(" | import-declarations | STARTED"))); // its file goes before it ends
        assertThatThrownBy(() -> console.call("Jobs", "restart", execution))
                .hasStackTraceContaining("There is nothing left to go on with");
        assertThatThrownBy(() -> console.call("Jobs", "restart", 4_000_000L))
                .hasStackTraceContaining("There is no execution 4000000.");
    }

    @Test
    void a_job_is_started_at_once() throws Exception {
        assertThat(console.lines("Jobs", "Names"))
                .contains("import-declarations", "import-receipts", "import-recall-tasks", "generate-qr-codes");
        until(() -> console.attribute("Duty,name=generate-qr-codes", "Node") != null);
        await().atMost(Duration.ofMinutes(1))
                .ignoreException(RuntimeMBeanException.class) // the timetable may just be at it
                .untilAsserted(() -> console.call("Jobs", "start", "generate-qr-codes"));
        assertThatThrownBy(() -> console.call("Jobs", "start", "make-coffee"))
                .hasStackTraceContaining("There is no job make-coffee");
    }

    @Test
    @Tag("U11")
    void an_account_that_was_tried_too_often_is_unlocked() throws Exception {
        for (int failure = 0; failure < 10; failure++) {
            portal.execute("insert into failed_sign_in (login_name, address, failed_at)"
                    + " values ('importer2', '192.0.2.7', current_timestamp)");
        }
        assertThat(console.lines("SignInLocks", "Locked"))
                .singleElement()
                .asString()
                .startsWith("importer2 | 192.0.2.7 | 10 | ");
        console.call("SignInLocks", "unlockAccount", "importer2");
        assertThat(console.lines("SignInLocks", "Locked")).isEmpty();
        assertThatThrownBy(() -> console.call("SignInLocks", "unlockAccount", "importer2"))
                .hasStackTraceContaining("Nothing is locked for importer2");
    }

    @Test
    @Tag("F19")
    void the_audit_chain_is_verified_while_the_portal_runs() throws Exception {
        console.call("Duty,name=outbox", "pause");
        console.call("Duty,name=outbox", "resume");
        until(() ->
                (Long) console.attribute("Audit", "Unsealed") == 0 && (Long) console.attribute("Audit", "Sealed") > 1);
        var seal = console.attribute("Audit", "Seal");
        assertThat((String) console.call("Audit", "verifySince", seal)).startsWith("The audit log is sound: ");
        assertThat((String) console.call("Audit", "verifySince", "f".repeat(64)))
                .contains("no event has the seal");

        portal.execute("update audit_event set action = action || '!' where seal_no = 1");
        assertThat((String) console.call("Audit", "verify")).contains("event 1 of the chain (");
        portal.execute("update audit_event set action = replace(action, '!', '') where seal_no = 1");
        assertThat((String) console.call("Audit", "verify")).startsWith("The audit log is sound: ");
    }

    /** Submits a report on a declaration of its own; id of its message. */
    private String submitted(int block) {
        var number = "2202%d1%03d%06d".formatted(NOON.getYear(), block, 1);
        customs.declares(Declaration.of(number, Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000")));
        var answer = new Operator(portal, "importer1").submit(Forms.form(number, 1, "1"));
        return "FTR101_" + answer.saved().unifiedNo() + "_1";
    }

    /** A file of declarations of which every hundredth has too short a number. */
    private void push(String name, int block, int count) {
        try (var file =
                DeclarationFile.create(portal.exchange("FTR301", "inbox").resolve(name), NOON)) {
            IntStream.range(0, count).mapToObj(index -> record(block, index)).forEach(file::add);
        }
    }

    private static String record(int block, int index) {
        var record = Declaration.of(
                        "2202%d1%03d%06d".formatted(NOON.getYear(), block, index),
                        Customs.IMPORTER1,
                        Goods.of(1, "冷冻鳕鱼" + index, "10"))
                .xml();
        return index % 100 == 0 ? record.replaceFirst("[0-9]</entryId>", "</entryId>") : record;
    }

    private static void until(Callable<Boolean> expected) {
        await().atMost(Duration.ofSeconds(90)).until(expected);
    }
}
