package org.suyuan.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.suyuan.container.Operator;
import org.suyuan.container.Operator.Answer;
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.recall.drill.ContactAttempt;
import org.suyuan.recall.drill.ContactResult;
import org.suyuan.recall.drill.DrillPlan;
import org.suyuan.recall.drill.DrillReport;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;
import org.suyuan.trace.Forms;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("F13")
class DrillIT {

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
    void sell() {
        portal = SuyuanContainer.portal();
        customs = new Customs(portal);
        importer1 = new Operator(portal, "importer1");
        importer2 = new Operator(portal, "importer2");
        if (DECLARED.isEmpty()) {
            DECLARED.addAll(Customs.newDeclarationNos(5)); // at once: each message takes seconds
            customs.declares(DECLARED.stream().map(DrillIT::declaration).toArray(Declaration[]::new));
        }
        declarationNo = DECLARED.remove();
        sold("10", "A1");
        sold("20", "B2");
        sold("30");
        importer1.save(Forms.form(declarationNo, 1, "5")).saved();
    }

    private static Declaration declaration(String number) {
        return Declaration.of(number, Customs.IMPORTER1, new Goods(1, "0202300090", "冷冻牛肉两批", "100", "A1;B2"));
    }

    @Test
    @Tag("F11")
    void a_drill_finds_what_a_recall_finds_stops_no_sale_and_tells_customs_nothing() {
        var messages = messages();
        var drill = started("A1");

        assertThat(drill).matches("RD\\d{16}");
        assertThat(figures(drill))
                .contains("imported=100.00000")
                .contains("sold=40.00000")
                .contains("notFiled=5.00000")
                .contains("buyers=1")
                .contains("LOTS_NOT_SEPARATED")
                .contains("NOT_FILED");
        assertThat(importer1.call("drill-sales", drill).text().lines())
                .containsExactly("1 filed 10", "2 filed 30", "3 not 5");
        assertThat(importer1.submit(Forms.form(declarationNo, 1, "1")).accepted())
                .as("the lots are still for sale")
                .isTrue();
        assertThat(note(importer1, drill, 1, ContactResult.REACHED).accepted()).isTrue();
        assertThat(finish(importer1, drill).accepted()).isTrue();

        assertThat(messages()).as("but for the sale").isEqualTo(messages + 1);
        assertThat(portal.count("select count(*) from lot_hold where declaration_no = ?", declarationNo))
                .isZero();
        assertThat(portal.count("select count(*) from recall_task where declaration_no = ?", declarationNo))
                .isZero();
        var recall = Recall.of(declarationNo, 1).ofLots("A1");
        customs.recalls(recall);
        assertThat(importer1.call("recall-balance", recall.taskNo()).text())
                .contains("sold=41.00000")
                .contains("notFiled=5.00000")
                .contains("LOTS_NOT_SEPARATED");
    }

    @Test
    void what_was_found_and_what_was_proven_never_changes_whatever_becomes_of_the_reports() {
        var drill = started();
        var found = importer1.call("drill-sales", drill).text();
        portal.execute("update sales_record set sold_quantity = 1, buyer_name = '另一家'"
                + " where report_id in (select id from trace_report where declaration_no = '" + declarationNo + "')");
        portal.execute("update trace_report set status = 'RETURNED' where declaration_no = '" + declarationNo + "'");

        assertThat(importer1.call("drill-sales", drill).text()).isEqualTo(found);
        assertThat(figures(drill)).contains("sold=60.00000").contains("countedStock=null");
        assertThat(note(importer1, drill, 1, ContactResult.UNREACHED).accepted())
                .isTrue();
        assertThat(note(importer1, drill, 1, ContactResult.REACHED).accepted()).isTrue();
        assertThat(importer1.call("drill-file", drill + " xlsx").text()).isEmpty();
        assertThat(finish(importer1, drill).accepted()).isTrue();

        var checksums =
                Stream.of("xlsx", "pdf").map(format -> evidence(drill, format)).toList();
        assertThat(finish(importer1, drill).text()).isEqualTo("drill.finished");
        assertThat(note(importer1, drill, 1, ContactResult.UNREACHED).text()).isEqualTo("drill.finished");
        portal.execute("update drill set conclusion = '改' where drill_no = '" + drill + "'");
        assertThat(Stream.of("xlsx", "pdf").map(format -> evidence(drill, format)))
                .isEqualTo(checksums);
        assertThat(figures(drill))
                .contains("countedStock=40.00000")
                .contains("reached=1, unreached=0")
                .endsWith("[Gap[kind=NOT_FILED, quantity=5.00000]]");
        assertThat(portal.rows("select action from audit_event where subject = ? order by id", drill))
                .extracting(event -> event.get("action"))
                .startsWith("drill.start", "drill.contact", "drill.contact", "drill.finish", "drill.export");
    }

    @Test
    @Tag("U1")
    void somebody_elses_drill_is_answered_like_an_unknown_one() {
        assertThat(importer2.call("drill-start", Operator.json(plan())).text()).isEqualTo("trace.declarationNotOwned");
        var drill = started();
        finish(importer1, drill);
        var unknown = "RD2020000000000000";

        for (var act : List.of("drill-figures", "drill-sales", "drill-buyers")) {
            assertThat(importer2.call(act, drill).text()).as(act).isEmpty();
        }
        assertThat(importer2.call("drill-file", drill + " pdf").text()).isEmpty();
        assertThat(note(importer2, drill, 1, ContactResult.REACHED))
                .isEqualTo(note(importer2, unknown, 1, ContactResult.REACHED));
        assertThat(finish(importer2, drill)).isEqualTo(finish(importer2, unknown));
        assertThat(importer2.call("drill-page", "").text()).doesNotContain(drill);
        assertThat(importer1.call("drill-page", "").text()).startsWith(drill);
        assertThat(Operator.nobody(portal).call("drill-page", "").status()).isEqualTo(403);
    }

    @Test
    void each_rule_is_named_when_it_is_broken() {
        var plan = plan("C3");
        assertThat(importer1.call("drill-start", Operator.json(plan)).text()).isEqualTo("trace.batchNotDeclared");
        plan = plan();
        plan.setScenario(" ");
        assertThat(importer1.call("drill-start", Operator.json(plan)).text()).isEqualTo("{drill.scenario.required}");
        var drill = started();
        assertThat(note(importer1, drill, 2, ContactResult.REACHED).text()).isEqualTo("drill.unknownBuyer");
        var report = report(drill);
        report.setConclusion(null);
        assertThat(importer1.call("drill-finish", Operator.json(report)).text())
                .isEqualTo("{drill.conclusion.required}");
        report = report(drill);
        report.setCountedStock(new BigDecimal("-1"));
        assertThat(importer1.call("drill-finish", Operator.json(report)).text())
                .isEqualTo("{drill.countedStock.negative}");
    }

    @Test
    void of_four_operators_who_finish_at_once_one_succeeds() throws Exception {
        var drill = started();
        Callable<Answer> finish = () -> finish(new Operator(portal, "importer1"), drill);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var answers = threads.invokeAll(List.of(finish, finish, finish, finish)).stream()
                    .map(DrillIT::answer)
                    .toList();
            assertThat(answers).filteredOn(Answer::accepted).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.accepted())
                    .allMatch(answer -> answer.text().equals("drill.finished"));
        } finally {
            threads.shutdownNow();
        }
        assertThat(portal.count(
                        "select count(*) from drill_file f join drill d on d.id = f.drill_id where d.drill_no = ?",
                        drill))
                .isEqualTo(2);
    }

    private void sold(String quantity, String... lots) {
        var form = Forms.form(declarationNo, 1, quantity);
        form.getBatchNos().addAll(List.of(lots));
        importer1.submit(form).saved();
    }

    private String started(String... lots) {
        return importer1.call("drill-start", Operator.json(plan(lots))).text();
    }

    private DrillPlan plan(String... lots) {
        var plan = new DrillPlan();
        plan.setDeclarationNo(declarationNo);
        plan.setGoodsSeqNo(1);
        plan.setBatchNos(List.of(lots));
        plan.setScenario("夜间接到通知");
        plan.setReason("假定检出沙门氏菌");
        return plan;
    }

    private static DrillReport report(String drill) {
        var report = new DrillReport();
        report.setDrillNo(drill);
        report.setCountedStock(new BigDecimal("40"));
        report.setConclusion("两小时内联系到全部经销商");
        report.setImprovements("更新联系方式");
        return report;
    }

    private static Answer finish(Operator operator, String drill) {
        return operator.call("drill-finish", Operator.json(report(drill)));
    }

    private static Answer note(Operator operator, String drill, int buyer, ContactResult result) {
        var attempt = new ContactAttempt();
        attempt.setDrillNo(drill);
        attempt.setBuyer(buyer);
        attempt.setResult(result);
        attempt.setNote("值班经理\n已封存");
        return operator.call("drill-note", Operator.json(attempt));
    }

    private String figures(String drill) {
        return importer1.call("drill-figures", drill).text();
    }

    /** Checksum of what is handed out, which is also the one that the database keeps. */
    private String evidence(String drill, String format) {
        var sha256 = importer1.call("drill-file", drill + " " + format).text();
        assertThat(sha256)
                .isEqualTo(portal.query(
                        "select f.sha256 from drill_file f join drill d on d.id = f.drill_id"
                                + " where d.drill_no = ? and f.format = ?",
                        drill,
                        format));
        return sha256;
    }

    private long messages() {
        return portal.count("select count(*) from outbox_message");
    }

    private static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
