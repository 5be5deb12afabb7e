package org.suyuan.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.identity.ProfileForm;
import org.suyuan.recall.notices.Addressed;
import org.suyuan.recall.notices.NoticeReply;
import org.suyuan.recall.notices.TellingWay;
import org.suyuan.recall.notices.Told;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;

/** Telling the buyers of recalled lots, what they answer, and what follows from it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("F10")
class NoticesIT {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Queue<String> DECLARED = new ArrayDeque<>();

    private Portal portal;
    private Customs customs;
    private Operator importer1;
    private Operator importer2;
    private Recall recall;
    private String task;

    @Deployment
    static Archive<?> application() {
        return TestApplication.ear(UseCases.class);
    }

    /** A recall of goods that three buyers got 10 of; the first two of them have an e-mail address. */
    @BeforeEach
    void recall() {
        portal = SuyuanContainer.portal();
        customs = new Customs(portal);
        importer1 = new Operator(portal, "importer1");
        importer2 = new Operator(portal, "importer2");
        if (DECLARED.isEmpty()) {
            DECLARED.addAll(Customs.newDeclarationNos(10)); // at once: each message takes seconds
            customs.declares(DECLARED.stream()
                    .map(number -> Declaration.of(number, Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000")))
                    .toArray(Declaration[]::new));
        }
        var declarationNo = DECLARED.remove();
        importer1.submit(Buyers.form(declarationNo, 1, 3)).saved();
        Buyers.haveMail(portal, List.of(0, 1));
        recall = Recall.of(declarationNo, 1);
        task = recall.taskNo();
        customs.recalls(recall);
    }

    @Test
    @Tag("F9")
    void of_two_who_tell_all_at_once_each_buyer_gets_one_notice_and_the_recall_is_started() throws Exception {
        var answers = atOnce(4, () -> new Operator(portal, "importer1").call("notices-tell", task));

        assertThat(answers).extracting(Operator.Answer::text).containsExactlyInAnyOrder("3 2", "0 0", "0 0", "0 0");
        assertThat(notices("")).isEqualTo(3);
        assertThat(mails("notice." + task + ".%")).isEqualTo(2);
        assertThat(portal.count("select count(*) from recall_task where task_no = ? and started_at is not null", task))
                .isOne();
        await("the mails")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> importer1
                                .call("notices-rows", task)
                                .text()
                                .lines()
                                .toList(),
                        rows -> rows.contains(Buyers.uscc(0) + " TOLD buyer0@example.com")
                                && rows.contains(Buyers.uscc(1) + " TOLD buyer1@example.com")
                                && rows.contains(Buyers.uscc(2) + " TO_TELL null"));
        assertThat(portal.home()
                        .resolve("mail")
                        .resolve("notice.%s.%s.1@localhost.eml".formatted(task, Buyers.uscc(0))))
                .content()
                .contains("To: buyer0@example.com", "Message-ID: <notice." + task)
                .doesNotContain("buyer1");
    }

    @Test
    void a_link_shows_its_buyer_what_concerns_him_and_is_good_once() throws Exception {
        importer1.call("notices-tell", task);
        var token = token(2);

        var page = get(token);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).get().asString().contains("noindex");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains(Buyers.name(2), "检出沙门氏菌", "周负责", "13800000001", "冷冻去骨牛肉")
                .doesNotContain(recall.entryId(), Buyers.name(0), Buyers.name(1), Buyers.uscc(0), Buyers.uscc(1));
        assertThat(row(2)).startsWith("OPENED ");

        assertThat(confirm(token, "8", "2.5").text()).isEqualTo("notice.exceedsBought");
        assertThat(confirm(token, null, "1").text()).isEqualTo("{notice.returned.required}");
        assertThat(confirm(token, "-1", null).text()).isEqualTo("{notice.quantity.negative}");
        var answers = atOnce(4, () -> confirm(token, "7.5", "2.5"));
        assertThat(answers).filteredOn(Operator.Answer::accepted).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.accepted())
                .allMatch(answer -> answer.text().equals("notice.alreadyConfirmed"));
        assertThat(get(token).body()).contains("已确认，谢谢", "7.5", "李店长").doesNotContain("reply:confirm");
        assertThat(row(2)).isEqualTo("CONFIRMED null");
        assertThat(portal.count(
                        "select count(*) from audit_event where action = 'recall.noticeConfirmed' and subject = ?"
                                + " and enterprise = ?",
                        task,
                        Buyers.uscc(2)))
                .isOne();
    }

    @Test
    void guessed_replaced_expired_and_withdrawn_links_tell_nothing() throws Exception {
        importer1.call("notices-tell", task);
        var token = token(0);
        var unknown = get("AAAAAAAAAAAAAAAAAAAAAA");
        for (var guess : List.of(token.substring(1), token + "A", token.toLowerCase(), "x", "%27%20or%20%271")) {
            if (!guess.equals(token)) {
                assertThat(get(guess).statusCode()).as(guess).isEqualTo(404);
            }
        }
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(confirm("AAAAAAAAAAAAAAAAAAAAAA", "1", null).text()).isEqualTo("notice.unknown");

        assertThat(importer1
                        .call("notices-reopen", task + "\n" + Buyers.uscc(0))
                        .accepted())
                .isTrue();
        assertThat(get(token).statusCode()).isEqualTo(404);
        assertThat(confirm(token, "1", null).text()).isEqualTo("notice.unknown");
        var renewed = token(0);
        assertThat(get(renewed).body()).contains(Buyers.name(0));
        assertThat(mails("notice." + task + "." + Buyers.uscc(0) + ".%")).isEqualTo(2);

        portal.execute("update buyer_notice set expires_at = issued_at where token = '" + renewed + "'");
        tellsNothing(renewed, "链接已过期");
        assertThat(confirm(renewed, "1", null).text()).isEqualTo("notice.expired");
        assertThat(mail(0, "buyer0@example.com").text()).isEqualTo("notice.expired");

        var other = token(1);
        customs.recalls(recall.as("CANCEL"));
        tellsNothing(other, "海关已撤销");
        assertThat(confirm(other, "1", null).text()).isEqualTo("notice.over");
        for (var act : List.of("notices-tell", "notices-reopen", "notices-prepare")) {
            assertThat(importer1.call(act, task + "\n" + Buyers.uscc(1)).text()).isEqualTo("recall.cancelled");
        }
    }

    @Test
    void nobody_tells_the_buyers_of_another_enterprise() {
        importer1.call("notices-tell", task);
        var unknown = Recall.of(recall.entryId(), 1).taskNo();
        var told = "\n" + Buyers.uscc(0) + "\n" + Operator.json(told(TellingWay.PHONE));
        var mail = "\n" + Buyers.uscc(0) + "\n" + Operator.json(to("a@example.com"));
        for (var act : List.of(
                "notices-tell",
                "notices-reopen",
                "notices-prepare",
                "notices-told",
                "notices-rows",
                "notices-row",
                "notices-progress",
                "notices-proposals",
                "notices-mail")) {
            var rest = act.equals("notices-mail") ? mail : told;
            var foreign = importer2.call(act, task + rest);
            assertThat(foreign).as(act).isEqualTo(importer2.call(act, unknown + rest));
            assertThat(foreign.text()).as(act).isIn("recall.unknown", "", "[]");
            assertThat(Operator.nobody(portal).call(act, task + rest).status())
                    .as(act)
                    .isEqualTo(403);
        }
        var stranger = "91310115MA1TE5TQ9X";
        assertThat(importer1.call("notices-prepare", task + "\n" + stranger).text())
                .isEqualTo("notice.notABuyer");
    }

    @Test
    @Tag("F12")
    void an_operator_notes_how_he_told_a_buyer_and_the_shares_follow() {
        assertThat(told(2, told(TellingWay.PHONE)).accepted()).isTrue();
        assertThat(told(2, told(TellingWay.WECHAT)).text()).isEqualTo("notice.alreadyTold");
        assertThat(told(1, told(null)).text()).isEqualTo("{notice.way.required}");
        var tomorrow = told(TellingWay.PHONE);
        tomorrow.setAt(LocalDateTime.now(CHINA).plusDays(1));
        assertThat(told(1, tomorrow).text()).isEqualTo("notice.toldWhen");
        assertThat(mail(0, "no address").text()).isEqualTo("{rule.emailAddress}");
        assertThat(mail(1, "New@Example.com").accepted()).isTrue();
        confirm(token(2), "10", null);

        await("the mail")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> importer1.call("notices-progress", task).text(),
                        text -> text.contains("buyers=3, told=2, opened=1, confirmed=1"));
        assertThat(importer1.call("notices-rows", task).text()).contains(Buyers.uscc(1) + " TOLD New@example.com");
        assertThat(portal.query("select email from buyer where uscc = ?", Buyers.uscc(1)))
                .isEqualTo("New@example.com");
    }

    @Test
    @Tag("F8")
    void a_confirmed_return_is_taken_into_one_round() {
        importer1.call("notices-tell", task);
        assertThat(proposals()).isEmpty();
        confirm(token(0), "4", null);
        confirm(token(1), "0", "10");
        var proposal = proposals().get(0);
        assertThat(proposals()).hasSize(1);
        assertThat(proposal.getRecalledQuantity()).isEqualByComparingTo("4");
        assertThat(proposal.getMeasures()).contains(Buyers.name(0));
        assertThat(proposal.getResponsiblePerson()).isEqualTo("周负责");

        var form = form();
        form.getActions().add(proposal);
        assertThat(save(form).accepted()).isTrue();
        assertThat(proposals()).isEmpty();
        assertThat(save(form()).accepted()).as("saved again with the same row").isTrue();
        assertThat(importer1
                        .call("notices-reopen", task + "\n" + Buyers.uscc(0))
                        .text())
                .isEqualTo("notice.taken");

        var without = form();
        without.getActions().clear();
        assertThat(save(without).accepted()).isTrue();
        assertThat(proposals()).hasSize(1);

        var forged = form();
        forged.getActions().add(proposal);
        forged.getActions().add(new ActionLine(proposal));
        assertThat(save(forged).text()).isEqualTo("notice.notToTake");
        var unconfirmed = new ActionLine(proposal);
        unconfirmed.setNoticeId(portal.count(
                "select n.id from buyer_notice n join recall_task t on t.id = n.task_id where t.task_no = ?"
                        + " and n.buyer_uscc = ?",
                task,
                Buyers.uscc(2)));
        forged.setActions(new ArrayList<>(List.of(unconfirmed)));
        assertThat(save(forged).text()).isEqualTo("notice.notToTake");

        var first = form();
        first.getActions().add(proposal);
        assertThat(importer1.call("recall-submit", Operator.json(first)).accepted())
                .isTrue();
        await("the round in the outbox")
                .atMost(Duration.ofSeconds(30))
                .until(() -> portal.files("FTR202", "outbox").contains("FTR202_" + task + "_1_1.xml"));
        customs.answersRound(task, 1, 1, "120", "海关入库成功");
        var second = form();
        second.getActions().add(proposal);
        assertThat(second.getRoundNo()).isEqualTo(2);
        assertThat(save(second).text()).isEqualTo("notice.notToTake");
    }

    @Test
    @Tag("H4")
    @Tag("F9")
    void silence_is_followed_by_two_reminders_then_the_importer_hears_of_it_and_each_mail_goes_once() {
        portal.execute("update recall_task set notified_at = notified_at - interval '2' day where task_no = '" + task
                + "'"); // the deadline to start is over
        await("the mails to the importer")
                .atMost(Duration.ofSeconds(40))
                .until(() -> mails("recall." + task + ".%") == 2);
        assertThat(mails("recall." + task + ".%new")).isOne();
        assertThat(mails("recall." + task + ".start.%.over")).isOne();

        importer1.call("notices-tell", task);
        await("told").atMost(Duration.ofSeconds(30)).until(() -> notices("and n.told_at is not null") == 2);
        confirm(token(1), "10", null);
        for (int reminder = 1; reminder <= 2; reminder++) {
            var sent = reminder;
            letTimePass();
            await("reminder " + sent)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> mails("reminder." + task + ".%") == sent);
        }
        assertThat(silent())
                .as("who has no address is named after the same days")
                .containsExactly(Buyers.name(2));
        letTimePass();
        await("the escalation").atMost(Duration.ofSeconds(30)).until(() -> silent().size() == 2);
        assertThat(silent()).containsExactly(Buyers.name(2), Buyers.name(0));
        assertThat(importer1.call("notices-silent", "").text())
                .contains("taskNo=" + task + ", ")
                .contains("buyers=2");
        assertThat(importer2.call("notices-silent", "").text()).doesNotContain(task);

        letTimePass();
        await("the duties once more")
                .pollDelay(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> true);
        assertThat(mails("reminder." + task + ".%")).isEqualTo(2);
        assertThat(silent()).hasSize(2);
        assertThat(mails("recall." + task + ".%")).isEqualTo(2);
    }

    @Test
    void an_enterprise_describes_itself_and_nobody_overwrites_what_he_has_not_seen() {
        var form = profile(importer1);
        var stale = profile(importer1);
        form.setAddress("上海市浦东新区示例路3号");
        form.setRecallPhone("021-12345678");
        assertThat(importer1.call("profile-save", Operator.json(form)).accepted())
                .isTrue();
        assertThat(importer1.call("profile-save", Operator.json(stale)).text()).isEqualTo("profile.changedMeanwhile");
        assertThat(profile(importer1).getAddress()).isEqualTo("上海市浦东新区示例路3号");
        assertThat(profile(importer2).getAddress()).isNotEqualTo("上海市浦东新区示例路3号");

        var mine = profile(importer2);
        mine.setRecallPhone("12");
        assertThat(importer2.call("profile-save", Operator.json(mine)).text()).isEqualTo("{rule.phoneNumber}");
        assertThat(Operator.nobody(portal).call("profile", "").status()).isEqualTo(403);

        var back = profile(importer1);
        back.setRecallPhone(null);
        importer1.call("profile-save", Operator.json(back));
        assertThat(importer1.call("notices-tell", task).text()).isEqualTo("notice.noContact");
        back = profile(importer1);
        back.setRecallPhone("13800000001");
        importer1.call("profile-save", Operator.json(back));
    }

    /** Whom the mails to the importer name, in the order of the mails. */
    private List<String> silent() {
        return portal
                .rows("select body from mail_message where occasion like ? order by id", "silent." + task + ".%")
                .stream()
                .flatMap(mail -> IntStream.range(0, 3)
                        .mapToObj(Buyers::name)
                        .filter(mail.get("body").toString()::contains))
                .toList();
    }

    private static ProfileForm profile(Operator operator) {
        return JsonbBuilder.create().fromJson(operator.call("profile", "").text(), ProfileForm.class);
    }

    /** Makes whatever comes next for each silent buyer due now, as if days had passed since the notice. */
    private void letTimePass() {
        portal.execute("update buyer_notice set next_step_at = issued_at, told_at = told_at - interval '4' day,"
                + " issued_at = issued_at - interval '4' day where next_step_at is not null"
                + " and task_id = (select id from recall_task where task_no = '" + task + "')");
    }

    private long notices(String condition) {
        return portal.count(
                "select count(*) from buyer_notice n join recall_task t on t.id = n.task_id where t.task_no = ? "
                        + condition,
                task);
    }

    private long mails(String occasion) {
        return portal.count("select count(*) from mail_message where occasion like ?", occasion);
    }

    private String token(int buyer) {
        return portal.query(
                        "select n.token from buyer_notice n join recall_task t on t.id = n.task_id where t.task_no = ?"
                                + " and n.buyer_uscc = ?",
                        task,
                        Buyers.uscc(buyer))
                .toString();
    }

    private String row(int buyer) {
        return importer1.call("notices-row", task + "\n" + Buyers.uscc(buyer)).text();
    }

    private static Addressed to(String email) {
        var to = new Addressed();
        to.setEmail(email);
        return to;
    }

    private Operator.Answer mail(int buyer, String email) {
        return importer1.call("notices-mail", task + "\n" + Buyers.uscc(buyer) + "\n" + Operator.json(to(email)));
    }

    private static Told told(TellingWay way) {
        var told = new Told();
        told.setWay(way);
        told.setAt(LocalDateTime.now(CHINA));
        return told;
    }

    private Operator.Answer told(int buyer, Told told) {
        return importer1.call("notices-told", task + "\n" + Buyers.uscc(buyer) + "\n" + Operator.json(told));
    }

    private Operator.Answer confirm(String token, String returned, String unrecoverable) {
        var reply = new NoticeReply();
        reply.setSaleStopped(true);
        reply.setReturned(returned == null ? null : new BigDecimal(returned));
        reply.setUnrecoverable(unrecoverable == null ? null : new BigDecimal(unrecoverable));
        reply.setContactPerson("李店长");
        reply.setPhone("010-12345678");
        return Operator.nobody(portal).call("notice-confirm", token + "\n" + Operator.json(reply));
    }

    private List<ActionLine> proposals() {
        return Stream.of(JsonbBuilder.create()
                        .fromJson(importer1.call("notices-proposals", task).text(), ActionLine[].class))
                .toList();
    }

    private RoundForm form() {
        var form = JsonbBuilder.create()
                .fromJson(importer1.call("recall-form", task).text(), RoundForm.class);
        form.getActions().forEach(action -> action.setEndDate(LocalDate.now(CHINA)));
        return form;
    }

    private Operator.Answer save(RoundForm form) {
        return importer1.call("recall-save", Operator.json(form));
    }

    private void tellsNothing(String token, String why) throws Exception {
        assertThat(get(token).body())
                .contains(why)
                .doesNotContain("冷冻去骨牛肉", "周负责", task, Buyers.name(0), Buyers.name(1));
    }

    private HttpResponse<String> get(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.url("/n/" + token)))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static List<Operator.Answer> atOnce(int times, Callable<Operator.Answer> act) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var answers = new ArrayList<Operator.Answer>();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> act).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
