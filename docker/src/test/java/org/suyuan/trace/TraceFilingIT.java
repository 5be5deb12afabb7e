package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Portal;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TraceFilingIT {

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
        declarationNo = Customs.newDeclarationNo();
        customs.declares(Declaration.of(
                declarationNo,
                Customs.IMPORTER1,
                Goods.of(1, "冷冻去骨牛肉", "100.5"),
                new Goods(2, "0202300090", "冷冻牛肉两批", "10", "A1;B2"),
                new Goods(3, "8418302900", "冷藏柜", "2", "X")));
    }

    @Test
    @Tag("U1")
    void nobody_files_without_signing_in() {
        assertThat(Operator.nobody(portal).save(new TraceReportForm()).status()).isEqualTo(403);
        assertThat(new Operator(portal, "unknown").save(new TraceReportForm()).status())
                .isEqualTo(401);
    }

    @Test
    @Tag("E5")
    @Tag("T3")
    void an_empty_draft_gets_its_number_and_is_saved_again_under_it() {
        var first = importer1.save(new TraceReportForm()).saved();
        assertThat(first.unifiedNo()).matches("FT\\d{16}");
        assertThat(importer1.status(first.unifiedNo())).isEqualTo("DRAFT 1");

        var form = importer1.form(first.unifiedNo());
        form.setDeclarationNo(declarationNo);
        form.setGoodsSeqNo(1);
        var second = importer1.save(form).saved();

        assertThat(second.unifiedNo()).isEqualTo(first.unifiedNo());
        assertThat(importer1.form(first.unifiedNo()).getGoodsSeqNo()).isEqualTo(1);
    }

    @Test
    @Tag("E6")
    @Tag("E9")
    @Tag("H2")
    void a_submitted_report_is_handed_to_customs_once_and_refuses_every_change() {
        var saved = importer1.submit(Forms.form(declarationNo, 1, "10", "20.5")).saved();
        var number = saved.unifiedNo();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> importer1.status(number).equals("SENT 1"));
        assertThat(portal.files("FTR101", "outbox"))
                .filteredOn(name -> name.contains(number))
                .hasSize(1);

        var form = importer1.form(number);
        assertThat(importer1.save(form).text()).isEqualTo("trace.notEditable");
        assertThat(importer1.submit(form).text()).isEqualTo("trace.notEditable");
        assertThat(importer1.delete(form).text()).isEqualTo("trace.notDeletable");
        assertThat(portal.count(
                        "select count(*) from audit_event where subject = ? and action = 'trace.submit'"
                                + " and actor = 'importer1' and address is not null",
                        number))
                .isOne();
    }

    @Test
    @Tag("T10")
    void an_unknown_declaration_and_somebody_elses_get_the_same_answer() {
        var unknown = importer2.submit(Forms.form("220220201000000001", 1, "1"));
        var foreign = importer2.submit(Forms.form(declarationNo, 1, "1"));

        assertThat(foreign).isEqualTo(unknown);
        assertThat(foreign.text()).isEqualTo("trace.declarationNotOwned");
        assertThat(importer2.call("items", declarationNo).text()).isEqualTo("0");
    }

    @Test
    @Tag("U1")
    void somebody_elses_report_looks_like_one_that_does_not_exist() {
        var form = Forms.form(declarationNo, 1, "1");
        var saved = importer1.save(form).saved();
        form.setUnifiedNo(saved.unifiedNo());
        form.setLockVersion(saved.lockVersion());
        var unknown = Forms.form(declarationNo, 1, "1");
        unknown.setUnifiedNo("FT2020000000000000");
        unknown.setLockVersion(saved.lockVersion());

        assertThat(importer2.save(form)).isEqualTo(importer2.save(unknown));
        assertThat(importer2.submit(form)).isEqualTo(importer2.submit(unknown));
        assertThat(importer2.delete(form)).isEqualTo(importer2.delete(unknown));
        assertThat(importer2.form(saved.unifiedNo())).isNull();
        assertThat(importer2.page(new TraceCriteria())).doesNotContain(saved.unifiedNo());
        assertThat(importer1.page(new TraceCriteria())).contains(saved.unifiedNo());
    }

    @Test
    @Tag("H1")
    @Tag("T11")
    void only_food_is_offered_and_taken() {
        assertThat(importer1.call("items", declarationNo).text()).isEqualTo("2");
        assertThat(importer1.submit(Forms.form(declarationNo, 3, "1")).text()).isEqualTo("trace.declarationNotOwned");
    }

    @Test
    @Tag("E1")
    void each_rule_is_named_when_it_is_broken() {
        refused("{trace.declarationNo.required}", form -> form.setDeclarationNo(null));
        refused("{trace.goodsItem.required}", form -> form.setGoodsSeqNo(null));
        refused("{trace.sales.required}", form -> form.getSales().clear());
        refused("{trace.generateQr.required}", form -> form.setGenerateQr(null));
        refused("{sale.buyerName.required}", form -> form.getSales().get(0).setBuyerName(" "));
        refused("{sale.buyerName.size}", form -> form.getSales().get(0).setBuyerName("名".repeat(201)));
        refused("{rule.socialCreditCode}", form -> form.getSales().get(0).setBuyerUscc("91350100M000100Y4Z"));
        refused("{rule.phoneNumber}", form -> form.getSales().get(0).setBuyerContact("12345"));
        refused("{sale.buyerAddress.required}", form -> form.getSales().get(0).setBuyerAddress(null));
        refused(
                "{sale.soldQuantity.positive}",
                form -> form.setSales(Forms.form("", 1, "0").getSales()));
        refused(
                "{sale.soldQuantity.digits}",
                form -> form.setSales(Forms.form("", 1, "0.000001").getSales()));
        refused(
                "{sale.deliveryDate.future}",
                form -> form.getSales().get(0).setDeliveryDate(LocalDate.now().plusDays(2)));
        refused(
                "trace.deliveredBeforeImport",
                form -> form.getSales().get(0).setDeliveryDate(LocalDate.now().minusDays(90)));
        refused(
                "trace.quantityExceeded",
                form -> form.setSales(Forms.form("", 1, "100.5", "0.00001").getSales()));
        refused("trace.batchNotDeclared", form -> form.getBatchNos().add("LOT-9"));
    }

    private void refused(String reason, Consumer<TraceReportForm> fault) {
        var form = Forms.form(declarationNo, 1, "1");
        fault.accept(form);
        var answer = importer1.submit(form);
        assertThat(answer.text()).isEqualTo(reason);
        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    @Tag("T17")
    void one_of_several_batches_may_be_chosen() {
        var form = Forms.form(declarationNo, 2, "1");
        form.getBatchNos().add("B2");
        var number = importer1.submit(form).saved().unifiedNo();

        assertThat(portal.query("select batch_no from trace_report where unified_no = ?", number))
                .isEqualTo("B2");
    }

    @Test
    @Tag("A6")
    void eight_filers_at_once_never_sell_more_than_was_declared() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Operator.Answer> submit = () -> importer1.submit(Forms.form(declarationNo, 1, "30"));
            var answers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> submit).toList());

            int accepted = 0;
            for (var answer : answers) {
                if (answer.get().accepted()) {
                    accepted++;
                } else {
                    assertThat(answer.get().text()).isEqualTo("trace.quantityExceeded");
                }
            }
            assertThat(accepted).as("3 × 30 fit into 100.5").isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Tag("A12")
    @Tag("A6")
    void a_returned_report_gives_back_its_quantity_and_goes_on_as_the_next_version() {
        var number =
                importer1.submit(Forms.form(declarationNo, 1, "100")).saved().unifiedNo();
        assertThat(importer1.submit(Forms.form(declarationNo, 1, "1")).text()).isEqualTo("trace.quantityExceeded");
        customs.answers(number, 1, "100", "数量不符");
        assertThat(importer1.status(number)).isEqualTo("RETURNED 1");

        var form = importer1.form(number);
        form.setSales(Forms.form("", 1, "60").getSales());
        importer1.submit(form).saved();
        customs.answers(number, 1, "120", "迟到的回执");
        assertThat(importer1.status(number))
                .as("the late answer names version 1")
                .matches("(SUBMITTED|SENT) 2");
        customs.answers(number, 2, "120", "海关入库成功");

        assertThat(importer1.status(number)).isEqualTo("CUSTOMS_STORED 2");
        assertThat(portal.count("select count(*) from receipt where business_key = ?", number))
                .isEqualTo(3);
        assertThat(portal.count(
                        "select count(*) from trace_report_version v join trace_report r on r.id = v.report_id"
                                + " where r.unified_no = ?",
                        number))
                .isEqualTo(2);
        await("the QR code")
                .atMost(Duration.ofSeconds(30))
                .until(() -> portal.count(
                                "select count(*) from qr_code q join trace_report r on r.id = q.report_id"
                                        + " where r.unified_no = ?",
                                number)
                        == 1);
    }

    @Test
    @Tag("H3")
    void the_same_receipt_twice_counts_once_and_rubbish_is_put_aside() {
        var number = importer1.submit(Forms.form(declarationNo, 1, "1")).saved().unifiedNo();
        var receipt = Customs.receipt("R-" + number, number, 1, "120", "成功", LocalDateTime.now());
        portal.push("FTR102", "a-" + number + ".xml", receipt);
        customs.awaitArchived("FTR102", "a-" + number + ".xml");
        portal.push("FTR102", "b-" + number + ".xml", receipt);
        customs.awaitArchived("FTR102", "b-" + number + ".xml");
        portal.push("FTR102", "c-" + number + ".xml", "<!DOCTYPE x []><x/>".getBytes());
        customs.awaitQuarantined("FTR102", "c-" + number + ".xml");

        assertThat(portal.count("select count(*) from receipt where business_key = ?", number))
                .isOne();
        assertThat(importer1.status(number)).isEqualTo("CUSTOMS_STORED 1");
        assertThat(portal.files("FTR102", "quarantine")).contains("c-" + number + ".xml.reason.txt");
    }

    @Test
    void a_report_that_did_not_arrive_is_sent_again() {
        var number = importer1.submit(Forms.form(declarationNo, 1, "1")).saved().unifiedNo();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> importer1.status(number).equals("SENT 1"));
        var file = portal.exchange("FTR101", "outbox").resolve("FTR101_" + number + "_1.xml");
        assertThat(file.toFile()
                        .renameTo(portal.exchange("FTR101", "failed")
                                .resolve(file.getFileName())
                                .toFile()))
                .isTrue();

        customs.answers(number, 1, "4", "发送失败");

        await().atMost(Duration.ofSeconds(30)).until(() -> file.toFile().exists());
        assertThat(importer1.status(number)).isEqualTo("SENT 1");
    }

    @Test
    @Tag("A6")
    void a_cancelled_declaration_stops_drafts_but_keeps_what_was_submitted() {
        var submitted =
                importer1.submit(Forms.form(declarationNo, 1, "1")).saved().unifiedNo();
        var draft = importer1.save(Forms.form(declarationNo, 1, "1")).saved();
        customs.declares(Declaration.of(declarationNo, Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "100.5"))
                .as("CANCEL"));

        assertThat(importer1.status(submitted)).endsWith(" 1").doesNotStartWith("DRAFT");
        assertThat(importer1.submit(importer1.form(draft.unifiedNo())).text()).isEqualTo("trace.declarationNotOwned");
    }

    @Test
    @Tag("A13")
    void a_deleted_draft_vanishes_and_stays_in_the_audit_log() {
        var saved = importer1.save(Forms.form(declarationNo, 1, "1")).saved();

        assertThat(importer1.delete(importer1.form(saved.unifiedNo())).accepted())
                .isTrue();

        assertThat(importer1.form(saved.unifiedNo())).isNull();
        assertThat(importer1.page(new TraceCriteria())).doesNotContain(saved.unifiedNo());
        assertThat(portal.count("select count(*) from audit_event where subject = ?", saved.unifiedNo()))
                .isEqualTo(2);
    }

    @Test
    void two_who_edit_the_same_report_do_not_overwrite_each_other() {
        var saved = importer1.save(Forms.form(declarationNo, 1, "1")).saved();
        var mine = importer1.form(saved.unifiedNo());
        var yours = importer1.form(saved.unifiedNo());
        importer1.save(mine).saved();

        assertThat(importer1.save(yours).text()).isEqualTo("trace.changedMeanwhile");
    }

    @Test
    @Tag("S2")
    void each_query_condition_works_alone_and_all_together() {
        var number = importer1.save(Forms.form(declarationNo, 1, "1")).saved().unifiedNo();
        var other = importer1.save(Forms.form(declarationNo, 2, "1")).saved().unifiedNo();

        finds(number, other, criteria -> criteria.setGoodsSeqNo(1));
        finds(number, other, criteria -> criteria.setFoodName("冷冻去骨牛肉"));
        finds(number, null, criteria -> {
            criteria.setFoodName("冷冻");
            criteria.setFoodNameContains(true);
        });
        finds(null, number, criteria -> criteria.setFoodName("冷冻"));
        finds(number, null, criteria -> criteria.setReportedFrom(LocalDate.now().minusDays(1)));
        finds(null, number, criteria -> criteria.setReportedTo(LocalDate.now().minusDays(2)));
        finds(number, other, criteria -> {
            criteria.setGoodsSeqNo(1);
            criteria.setFoodName("冷冻去骨牛肉");
            criteria.setReportedFrom(LocalDate.now().minusDays(1));
            criteria.setReportedTo(LocalDate.now().plusDays(1));
        });
    }

    private void finds(String found, String notFound, Consumer<TraceCriteria> condition) {
        var criteria = new TraceCriteria();
        criteria.setDeclarationNo(declarationNo);
        condition.accept(criteria);
        var page = importer1.page(criteria);
        if (found != null) {
            assertThat(page).contains(found);
        }
        if (notFound != null) {
            assertThat(page).doesNotContain(notFound);
        }
    }
}
