package org.suyuan.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.suyuan.recall.Rounds.submit;

import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.suyuan.container.Operator;
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;
import org.suyuan.trace.Forms;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RecallIT {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Queue<String> DECLARED = new ArrayDeque<>();

    private Portal portal;
    private Customs customs;
    private Operator importer1;
    private Operator importer2;
    private String declarationNo;

    @Deployment
    static Archive<?> application() {
        return TestApplication.ear(UseCases.class);
    }

    @BeforeEach
    void declare() {
        portal = SuyuanContainer.portal();
        customs = new Customs(portal);
        importer1 = new Operator(portal, "importer1");
        importer2 = new Operator(portal, "importer2");
        if (DECLARED.isEmpty()) {
            DECLARED.addAll(Customs.newDeclarationNos(20)); // at once: each message takes seconds
            customs.declares(DECLARED.stream().map(RecallIT::declaration).toArray(Declaration[]::new));
        }
        declarationNo = DECLARED.remove();
    }

    private static Declaration declaration(String number) {
        return Declaration.of(
                number,
                Customs.IMPORTER1,
                Goods.of(1, "冷冻去骨牛肉", "1000"),
                new Goods(2, "0202300090", "冷冻牛肉两批", "100", "A1;B2"));
    }

    @Test
    @Tag("R1")
    @Tag("R3")
    @Tag("H4")
    void a_task_shows_unread_to_its_importer_alone() {
        var unread = Integer.parseInt(importer1.call("recall-unread", "").text());
        var recall = ordered();

        assertThat(status(recall)).isEqualTo("OPEN");
        assertThat(importer1.call("recall-unread", "").text()).isEqualTo(String.valueOf(unread + 1));
        importer1.call("recall-read", recall.taskNo());
        assertThat(importer1.call("recall-unread", "").text()).isEqualTo(String.valueOf(unread));
        var unknown = Recall.of(declarationNo, 1).taskNo();
        for (var act : List.of("recall-read", "recall-start", "recall-form", "recall-sales", "recall-status")) {
            assertThat(importer2.call(act, recall.taskNo()).text())
                    .as(act)
                    .isEqualTo(importer2.call(act, unknown).text());
        }
        var form = form(recall, "1");
        assertThat(submit(importer2, form).text()).isEqualTo("recall.unknown");
        assertThat(page(importer2, criteria -> {})).doesNotContain(recall.taskNo());
        assertThat(Operator.nobody(portal).call("recall-unread", "").status()).isEqualTo(403);
    }

    @Test
    @Tag("R2")
    void each_query_condition_works_alone_and_all_together() {
        var recall = Recall.of(declarationNo, 1);
        var other = Recall.of(declarationNo, 2);
        push(recall.message(LocalDateTime.now(CHINA)), other.message(LocalDateTime.now(CHINA)));
        var today = LocalDate.now(CHINA);

        finds(recall, other, criteria -> criteria.setGoodsSeqNo(1));
        finds(recall, null, criteria -> criteria.setFoodName("冷冻去骨牛肉"));
        finds(null, recall, criteria -> criteria.setFoodName("冷冻"));
        finds(recall, null, criteria -> {
            criteria.setFoodName("去骨");
            criteria.setFoodNameContains(true);
        });
        finds(recall, null, criteria -> criteria.setInitiatedFrom(today));
        finds(null, recall, criteria -> criteria.setInitiatedTo(today.minusDays(1)));
        finds(null, recall, criteria -> criteria.setStatus(RecallStatus.CLOSED));
        finds(recall, other, criteria -> {
            criteria.setDeclarationNo(declarationNo);
            criteria.setGoodsSeqNo(1);
            criteria.setFoodName("冷冻去骨牛肉");
            criteria.setInitiatedFrom(today);
            criteria.setInitiatedTo(today);
        });
    }

    @Test
    @Tag("H5")
    void the_newest_message_decides_and_the_same_one_counts_once() {
        var recall = Recall.of(declarationNo, 1);
        var noon = LocalDateTime.now(CHINA).withNano(0);
        push(
                recall.because("李斯特菌").message(noon.plusSeconds(1)),
                recall.message(noon),
                recall.because("李斯特菌").message(noon.plusSeconds(1)));

        assertThat(portal.query("select reason from recall_task where task_no = ?", recall.taskNo()))
                .isEqualTo("李斯特菌");
        assertThat(portal.count("select revision from recall_task where task_no = ?", recall.taskNo()))
                .isOne();

        push(
                recall.as("CANCEL").message(noon.plusSeconds(3)),
                recall.because("迟到的修改").message(noon.plusSeconds(2)));
        assertThat(status(recall)).isEqualTo("CANCELLED");
        assertThat(submit(importer1, form(recall, "1")).text()).isEqualTo("recall.cancelled");
        assertThat(sell(1, "1").accepted())
                .as("nothing holds the lots any more")
                .isTrue();
    }

    @Test
    @Tag("H3")
    void a_bad_order_goes_to_quarantine_with_the_reason() {
        var recall = Recall.of(declarationNo, 1);
        quarantined("CreatTime", recall.message(LocalDateTime.now(CHINA).plusDays(3)));
        quarantined("another importer", recall.of(Customs.IMPORTER2).message(LocalDateTime.now(CHINA)));
        assertThat(portal.count("select count(*) from recall_task where task_no = ?", recall.taskNo()))
                .isZero();
    }

    @Test
    @Tag("R14")
    @Tag("R15")
    @Tag("R16")
    @Tag("F12")
    void three_rounds_one_of_them_rejected_and_corrected_lead_to_the_end() {
        sell(1, "800").saved();
        var recall = ordered();
        var task = recall.taskNo();

        submit(importer1, form(recall, "300"));
        assertThat(status(recall)).matches("OPEN 1 (SUBMITTED|SENT) 1");
        await("the round in the outbox")
                .atMost(Duration.ofSeconds(30))
                .until(() -> portal.files("FTR202", "outbox").contains("FTR202_" + task + "_1_1.xml"));
        customs.answersRound(task, 1, 1, "100", "数量不符");
        assertThat(status(recall)).isEqualTo("OPEN 1 RETURNED 1");
        submit(importer1, form(recall, "200"));
        customs.answersRound(task, 1, 1, "120", "迟到的回执");
        assertThat(status(recall)).matches("OPEN 1 (SUBMITTED|SENT) 2");
        customs.answersRound(task, 1, 2, "120", "海关入库成功");
        assertThat(status(recall)).isEqualTo("OPEN 1 CUSTOMS_STORED 2");

        submit(importer1, form(recall, "350"));
        customs.answersRound(task, 2, 1, "120", "海关入库成功");
        assertThat(status(recall)).isEqualTo("OPEN 2 CUSTOMS_STORED 1");

        var last = form(recall, "150");
        last.setCompleted(true);
        last.setDestroyed(new BigDecimal("700"));
        last.setUnrecoverable(new BigDecimal("100"));
        assertThat(submit(importer1, last).accepted()).isTrue();
        customs.answersRound(task, 3, 1, "120", "海关入库成功");

        assertThat(status(recall)).isEqualTo("CLOSED 3 CUSTOMS_STORED 1");
        assertThat(importer1.call("recall-balance", task).text())
                .contains("sold=800.00000")
                .contains("recalled=700.00000")
                .contains(" [] ")
                .contains("ofSold=25.00")
                .contains("ofSold=68.75")
                .contains("ofSold=87.50");
        assertThat(submit(importer1, last).text()).isEqualTo("recall.closed");
        assertThat(importer1.call("recall-start", task).status()).isEqualTo(200);
        assertThat(importer1.call("recall-plan", task + "\n{}").text()).isEqualTo("recall.closed");
        assertThat(portal.count("select count(*) from receipt where business_key like ?", task + "%"))
                .isEqualTo(5);
        assertThat(portal.count(
                        "select count(*) from recall_round_version v join recall_round r on r.id = v.round_id"
                                + " join recall_task t on t.id = r.task_id where t.task_no = ?",
                        task))
                .isEqualTo(4);
        assertThat(portal.count(
                        "select count(*) from audit_event where subject = ? and action = 'recall.submitRound'"
                                + " and actor = 'importer1'",
                        task))
                .isEqualTo(4);
    }

    @Test
    void a_round_that_did_not_arrive_is_sent_again_and_the_same_receipt_counts_once() {
        sell(1, "10").saved();
        var recall = ordered();
        submit(importer1, form(recall, "1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(recall).equals("OPEN 1 SENT 1"));
        var file = portal.exchange("FTR202", "outbox")
                .resolve("FTR202_" + recall.taskNo() + "_1_1.xml")
                .toFile();
        assertThat(file.delete()).isTrue();
        customs.answersRound(recall.taskNo(), 1, 1, "4", "发送失败");
        await().atMost(Duration.ofSeconds(30)).until(file::exists);

        var receipt = Customs.roundReceipt(
                "R" + recall.taskNo(), recall.taskNo(), 1, 1, "120", "成功", LocalDateTime.now(CHINA));
        for (var name : List.of("a-" + recall.taskNo() + ".xml", "b-" + recall.taskNo() + ".xml")) {
            portal.push("FTR203", name, receipt);
            customs.awaitArchived("FTR203", name);
        }
        assertThat(portal.count("select count(*) from receipt where message_id = ?", "R" + recall.taskNo()))
                .isOne();
        assertThat(status(recall)).isEqualTo("OPEN 1 CUSTOMS_STORED 1");
    }

    @Test
    @Tag("R7")
    @Tag("R8")
    @Tag("R9")
    @Tag("R10")
    @Tag("R11")
    @Tag("R12")
    @Tag("A7")
    void each_rule_is_named_when_it_is_broken() {
        sell(1, "100").saved();
        var recall = ordered();
        var tomorrow = LocalDate.now(CHINA).plusDays(1);

        refused(recall, "{recall.actions.required}", form -> form.getActions().clear());
        refused(recall, "{recall.responsiblePerson.required}", form -> row(form).setResponsiblePerson(" "));
        refused(recall, "{recall.responsiblePerson.size}", form -> row(form).setResponsiblePerson("名".repeat(51)));
        refused(recall, "{recall.phone.required}", form -> row(form).setPhone(null));
        refused(recall, "{rule.mobileNumber}", form -> row(form).setPhone("021-12345678"));
        refused(recall, "{recall.startDate.required}", form -> row(form).setStartDate(null));
        refused(recall, "{recall.endDate.required}", form -> row(form).setEndDate(null));
        refused(recall, "{recall.endDate.beforeStart}", form -> row(form).setEndDate(tomorrow.minusDays(9)));
        refused(recall, "{recall.endDate.future}", form -> {
            form.setCompleted(true);
            row(form).setEndDate(tomorrow);
        });
        refused(recall, "{recall.recalledQuantity.required}", form -> row(form).setRecalledQuantity(null));
        refused(
                recall,
                "{recall.recalledQuantity.negative}",
                form -> row(form).setRecalledQuantity(new BigDecimal("-1")));
        refused(
                recall,
                "{recall.recalledQuantity.digits}",
                form -> row(form).setRecalledQuantity(new BigDecimal("0.000001")));
        refused(recall, "{recall.measures.size}", form -> row(form).setMeasures("措".repeat(1001)));
        refused(recall, "recall.exceedsSold", form -> row(form).setRecalledQuantity(new BigDecimal("100.00001")));
        refused(recall, "recall.disposedExceedsRecalled", form -> form.setDestroyed(new BigDecimal("1.5")));

        var explained = form(recall, "100.00001");
        explained.setExplanation("过磅误差\n已复核");
        assertThat(submit(importer1, explained).accepted()).isTrue();
    }

    @Test
    @Tag("R17")
    void a_draft_is_kept_and_two_who_edit_it_do_not_overwrite_each_other() {
        var recall = ordered();
        assertThat(save(new Operator(portal, "importer1"), form(recall, "5")).accepted())
                .isTrue();
        var mine = form(recall, "6");
        var yours = form(recall, "7");
        assertThat(save(importer1, mine).accepted()).isTrue();

        assertThat(save(importer1, yours).text()).isEqualTo("recall.changedMeanwhile");
        assertThat(status(recall)).isEqualTo("OPEN 1 DRAFT 1");
        assertThat(JsonbBuilder.create()
                        .fromJson(importer1.call("recall-form", recall.taskNo()).text(), RoundForm.class)
                        .getActions()
                        .get(0)
                        .getRecalledQuantity())
                .isEqualByComparingTo("6");
    }

    @Test
    @Tag("F9")
    void starting_and_announcing_run_the_clock() {
        var recall = ordered();
        importer1.call("recall-start", recall.taskNo());
        assertThat(page(importer1, criteria -> criteria.setDeclarationNo(declarationNo)))
                .contains(recall.taskNo() + " OPEN MET\n");

        var plan = new RecallPlan();
        plan.setAnnouncedOn(LocalDate.now(CHINA).plusDays(1));
        assertThat(plan(recall, plan).text()).isEqualTo("{recall.announcedOn.future}");
        plan.setAnnouncedOn(LocalDate.now(CHINA).minusDays(1));
        assertThat(plan(recall, plan).text()).isEqualTo("recall.announcedBeforeOrder");
        plan.setAnnouncedOn(LocalDate.now(CHINA));
        assertThat(plan(recall, plan).accepted()).isTrue();
        assertThat(page(importer1, criteria -> criteria.setDeclarationNo(declarationNo)))
                .contains(recall.taskNo() + " OPEN GREEN\n");
    }

    @Test
    @Tag("F22")
    @Tag("F11")
    void lots_under_recall_are_neither_sold_nor_lost_from_sight() {
        sell(2, "10").saved();
        var lot = Forms.form(declarationNo, 2, "20");
        lot.getBatchNos().add("A1");
        importer1.submit(lot).saved();
        var draft = importer1.save(Forms.form(declarationNo, 2, "5")).saved();
        var recall = Recall.of(declarationNo, 2).ofLots("A1");
        customs.recalls(recall);

        assertThat(sell(2, "1").text()).isEqualTo("trace.lotHeld");
        assertThat(importer1.submit(importer1.form(draft.unifiedNo())).text()).isEqualTo("trace.lotHeld");
        assertThat(importer1.save(Forms.form(declarationNo, 2, "1")).accepted()).isTrue();
        var otherLot = Forms.form(declarationNo, 2, "3");
        otherLot.getBatchNos().add("B2");
        assertThat(importer1.submit(otherLot).accepted()).isTrue();

        assertThat(importer1.call("recall-sales", recall.taskNo()).text().lines())
                .extracting(line -> line.split(" ")[1])
                .containsExactly("1E+1", "2E+1");
        assertThat(importer1.call("recall-buyers", recall.taskNo()).text()).isEqualTo("91350100M000100Y43 3E+1\n");
        assertThat(importer1.call("recall-balance", recall.taskNo()).text())
                .contains("imported=100.00000")
                .contains("sold=30.00000")
                .contains("notFiled=6.00000")
                .contains("LOTS_NOT_SEPARATED")
                .contains("NOT_FILED");
    }

    @Test
    @Tag("F27")
    void a_voluntary_recall_is_told_to_customs_and_holds_the_lots() {
        var form = new VoluntaryRecall();
        form.setDeclarationNo(declarationNo);
        form.setGoodsSeqNo(1);
        form.setLevel(RecallLevel.THIRD);
        form.setReason("标签漏标致敏物质");
        var body = Operator.json(form);
        assertThat(importer2.call("recall-open", body).text()).isEqualTo("trace.declarationNotOwned");

        var task = importer1.call("recall-open", body).text();

        assertThat(task).matches("RV\\d{16}");
        assertThat(sell(1, "1").text()).isEqualTo("trace.lotHeld");
        await("the message in the outbox")
                .atMost(Duration.ofSeconds(30))
                .until(() -> portal.files("FTR204", "outbox").contains("FTR204_" + task + ".xml"));
    }

    @Test
    void of_two_operators_who_submit_the_same_round_one_succeeds() throws Exception {
        sell(1, "100").saved();
        var recall = ordered();
        var form = form(recall, "10");

        var answers = atOnce(4, () -> submit(new Operator(portal, "importer1"), form));

        assertThat(answers).filteredOn(Operator.Answer::accepted).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.accepted())
                .allMatch(answer -> answer.text().equals("recall.changedMeanwhile"));
        assertThat(portal.count("select count(*) from outbox_message where business_key = ?", recall.taskNo() + "_1"))
                .isOne();
    }

    @Test
    @Tag("H5")
    void a_cancellation_that_crosses_a_submission_leaves_one_truth() throws Exception {
        var recalls =
                IntStream.range(0, 8).mapToObj(i -> Recall.of(declarationNo, 1)).toList();
        push(messages(recalls));
        var threads = Executors.newScheduledThreadPool(recalls.size());
        try {
            var submits = recalls.stream()
                    .map(recall -> {
                        var completing = form(recall, "0");
                        completing.setCompleted(true);
                        return threads.schedule(
                                () -> submit(new Operator(portal, "importer1"), completing),
                                recalls.indexOf(recall) * 300L,
                                TimeUnit.MILLISECONDS);
                    })
                    .toList();
            push(messages(recalls.stream().map(recall -> recall.as("CANCEL")).toList()));
            for (int i = 0; i < recalls.size(); i++) {
                var task = recalls.get(i).taskNo();
                var answer = submits.get(i).get();
                assertThat(answer.accepted() || answer.text().equals("recall.cancelled"))
                        .as(answer.toString())
                        .isTrue();
                assertThat(portal.count("select count(*) from outbox_message where business_key = ?", task + "_1"))
                        .isEqualTo(answer.accepted() ? 1 : 0);
                if (answer.accepted()) {
                    customs.answersRound(task, 1, 1, "120", "海关入库成功");
                }
                assertThat(status(recalls.get(i)))
                        .isEqualTo(answer.accepted() ? "CANCELLED 1 CUSTOMS_STORED 1" : "CANCELLED");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static byte[][] messages(List<Recall> recalls) {
        return recalls.stream()
                .map(recall -> recall.message(LocalDateTime.now(CHINA)))
                .toArray(byte[][]::new);
    }

    @Test
    @Tag("F22")
    void no_sale_slips_through_while_the_task_arrives() throws Exception {
        var recall = Recall.of(declarationNo, 1);
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Operator.Answer> sale = () -> {
                var operator = new Operator(portal, "importer1");
                while (true) {
                    boolean held = isHeld(recall);
                    var answer = operator.submit(Forms.form(declarationNo, 1, "0.1"));
                    assertThat(held && answer.accepted())
                            .as("sold after the task was stored")
                            .isFalse();
                    if (!answer.accepted()) {
                        return answer;
                    }
                }
            };
            var sales =
                    IntStream.range(0, 4).mapToObj(i -> threads.submit(sale)).toList();
            customs.recalls(recall);
            for (var last : sales) {
                assertThat(last.get().text()).isEqualTo("trace.lotHeld");
            }
        } finally {
            threads.shutdownNow();
        }
        var sold = portal.query(
                "select sum(s.sold_quantity) from sales_record s join trace_report r on r.id = s.report_id"
                        + " where r.declaration_no = ? and r.status <> 'DRAFT'",
                declarationNo);
        assertThat(importer1.call("recall-balance", recall.taskNo()).text())
                .contains("sold=" + (sold == null ? "0" : sold));
        assertThat(portal.count(
                        "select count(*) from trace_report r join recall_task t on t.declaration_no = r.declaration_no"
                                + " where t.task_no = ? and r.submitted_at > t.received_at + interval '1' second",
                        recall.taskNo()))
                .isZero();
    }

    private boolean isHeld(Recall recall) {
        return portal.count("select count(*) from lot_hold where task_no = ?", recall.taskNo()) == 1;
    }

    private static List<Operator.Answer> atOnce(int times, Callable<Operator.Answer> act) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var answers = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> act).toList());
            return answers.stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Recall ordered() {
        var recall = Recall.of(declarationNo, 1);
        customs.recalls(recall);
        return recall;
    }

    /** Pushes the messages, to be read in this order. */
    private void push(byte[]... messages) {
        for (var message : messages) {
            portal.push("FTR201", "order-%020d.xml".formatted(System.nanoTime()), message);
        }
        await("the inbox empty")
                .atMost(Duration.ofSeconds(30))
                .until(() -> portal.files("FTR201", "inbox").isEmpty());
    }

    private void quarantined(String reason, byte[] message) {
        var name = "bad-" + System.nanoTime() + ".xml";
        portal.push("FTR201", name, message);
        customs.awaitQuarantined("FTR201", name + ".reason.txt");
        assertThat(portal.exchange("FTR201", "quarantine").resolve(name + ".reason.txt"))
                .content()
                .contains(reason);
    }

    private String status(Recall recall) {
        return importer1.call("recall-status", recall.taskNo()).text();
    }

    private Operator.Answer sell(int seqNo, String quantity) {
        return importer1.submit(Forms.form(declarationNo, seqNo, quantity));
    }

    private RoundForm form(Recall recall, String quantity) {
        return Rounds.form(importer1, recall.taskNo(), quantity);
    }

    private static ActionLine row(RoundForm form) {
        return form.getActions().get(0);
    }

    private void refused(Recall recall, String reason, Consumer<RoundForm> fault) {
        var form = form(recall, "1");
        fault.accept(form);
        assertThat(submit(importer1, form)).isEqualTo(new Operator.Answer(409, reason));
    }

    private static Operator.Answer save(Operator operator, RoundForm form) {
        return operator.call("recall-save", Operator.json(form));
    }

    private Operator.Answer plan(Recall recall, RecallPlan plan) {
        return importer1.call("recall-plan", recall.taskNo() + "\n" + Operator.json(plan));
    }

    private static String page(Operator operator, Consumer<RecallCriteria> condition) {
        var criteria = new RecallCriteria();
        condition.accept(criteria);
        return operator.call("recall-page", Operator.json(criteria)).text();
    }

    private void finds(Recall found, Recall notFound, Consumer<RecallCriteria> condition) {
        var page = page(importer1, condition);
        if (found != null) {
            assertThat(page).contains(found.taskNo());
        }
        if (notFound != null) {
            assertThat(page).doesNotContain(notFound.taskNo());
        }
    }
}
