package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
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
import org.suyuan.recall.Rounds;
import org.suyuan.recall.VoluntaryRecall;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;
import org.suyuan.trace.Forms;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceReportForm;

/** An agent at work for principals, under {@code SELF_FILING}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("U8")
@Tag("H9")
@Tag("F20")
class AgentFilingIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** A code of the right shape that no enterprise of the portal has. */
    private static final String NOBODY = "91350100M000100Y43";

    /** One of each principal, for all tests: each message of customs takes seconds. */
    private static String declaration1;

    private static String declaration2;

    private Portal portal;
    private Customs customs;
    private Operator importer1;
    private Operator importer2;
    private Operator agent;

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
        agent = Operator.withCard(portal, "agent1", "agent1-ec");
        portal.execute("delete from agent_authorization");
        if (declaration1 == null) {
            var numbers = Customs.newDeclarationNos(2);
            declaration1 = numbers.get(0);
            declaration2 = numbers.get(1);
            customs.declares(
                    Declaration.of(declaration1, Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000")),
                    Declaration.of(declaration2, Customs.IMPORTER2, Goods.of(1, "冷冻羊肉", "1000")));
        }
    }

    @Test
    @Tag("S1")
    @Tag("U10")
    void what_an_agent_files_is_the_principals_and_says_so_everywhere() throws IOException {
        actFor(importer1, Scope.TRACE);

        var number = agent.submit(Forms.form(declaration1, 1, "10")).saved().unifiedNo();

        assertThat(importer1.page(new TraceCriteria())).contains(number);
        assertThat(agent.page(new TraceCriteria())).contains(number);
        assertThat(portal.rows(
                        "select r.filed_by, r.agent_uscc, r.agent_name, e.uscc, r.apply_customs from trace_report r"
                                + " join enterprise e on e.id = r.enterprise_id where r.unified_no = ?",
                        number))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("filed_by", "agent1")
                        .containsEntry("agent_uscc", Customs.AGENT1)
                        .containsEntry("agent_name", "上海通达报关有限公司（测试）")
                        .containsEntry("uscc", Customs.IMPORTER1)
                        .containsEntry("apply_customs", "2200"));
        assertThat((String) portal.query(
                        "select v.content from trace_report_version v join trace_report r on r.id = v.report_id"
                                + " where r.unified_no = ?",
                        number))
                .contains("\"agentUscc\":\"" + Customs.AGENT1 + "\"", "\"submittedBy\":\"agent1\"");
        assertThat(portal.rows(
                        "select actor, enterprise, card, detail from audit_event where subject = ? and action = 'trace.submit'",
                        number))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("actor", "agent1")
                        .containsEntry("enterprise", Customs.AGENT1)
                        .hasEntrySatisfying("card", card -> assertThat(card).isNotNull())
                        .hasEntrySatisfying(
                                "detail",
                                detail -> assertThat((String) detail).startsWith("for " + Customs.IMPORTER1)));
        assertThat(message("FTR101", "FTR101_" + number + "_1.xml"))
                .contains("<importerScc>" + Customs.IMPORTER1 + "</importerScc>")
                .contains("<agentScc>" + Customs.AGENT1 + "</agentScc><agentName>上海通达报关有限公司（测试）</agentName>");

        importer1.call("agent-revoke", id());
        assertThat(agent.page(new TraceCriteria()))
                .as("nothing of a principal after it revoked")
                .doesNotContain(number);
        assertThat(agent.form(number)).isNull();
        assertThat(agent.call("items", declaration1).text()).isEqualTo("0");
        assertThat(importer1.page(new TraceCriteria()))
                .as("the principal keeps it")
                .contains(number);
    }

    @Test
    void the_importer_itself_takes_over_and_the_report_is_self_filed_then() throws IOException {
        actFor(importer1, Scope.TRACE);
        var saved = agent.save(Forms.form(declaration1, 1, "1")).saved();
        assertThat(portal.query("select agent_uscc from trace_report where unified_no = ?", saved.unifiedNo()))
                .isEqualTo(Customs.AGENT1);

        importer1.submit(importer1.form(saved.unifiedNo())).saved();

        assertThat(portal.rows("select filed_by, agent_uscc from trace_report where unified_no = ?", saved.unifiedNo()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("filed_by", "importer1").containsEntry("agent_uscc", null));
        assertThat(message("FTR101", "FTR101_" + saved.unifiedNo() + "_1.xml")).doesNotContain("agentScc");
    }

    @Test
    @Tag("A3")
    void without_a_card_one_files_for_the_own_enterprise_but_acts_for_nobody() {
        grant(importer1, Scope.TRACE);
        agent.call("agent-accept", id());
        var withoutCard = new Operator(portal, "agent1");

        assertThat(withoutCard
                        .call("agent-act-for", enterprise(Customs.IMPORTER1))
                        .text())
                .isEqualTo("agent.cardNeeded");
        assertThat(importer1.submit(Forms.form(declaration1, 1, "1")).accepted())
                .isTrue();
        assertThat(withoutCard.save(new TraceReportForm()).accepted()).isTrue();
    }

    @Test
    void only_an_authorisation_that_is_accepted_and_due_lets_an_agent_act() {
        var principal = enterprise(Customs.IMPORTER1);
        grant(importer1, Scope.TRACE);
        assertThat(agent.call("agent-act-for", principal).text())
                .as("not accepted")
                .isEqualTo("agent.unknown");

        agent.call("agent-decline", id());
        assertThat(agent.call("agent-act-for", principal).text()).as("declined").isEqualTo("agent.unknown");
        assertThat(agent.call("agent-accept", id()).text()).isEqualTo("agent.settled");

        grant(importer1, TODAY.plusDays(1), TODAY.plusDays(2), Scope.TRACE);
        agent.call("agent-accept", id());
        assertThat(agent.call("agent-act-for", principal).text())
                .as("not begun")
                .isEqualTo("agent.unknown");
        assertThat(agent.call("agent-received", "").text()).contains("NOT_YET", "DECLINED");

        portal.execute("update agent_authorization set valid_from = '2020-01-01', valid_until = '2020-12-31'");
        assertThat(agent.call("agent-act-for", principal).text()).as("expired").isEqualTo("agent.unknown");

        grant(importer1, TODAY, TODAY, Scope.TRACE);
        agent.call("agent-accept", id());
        assertThat(agent.call("agent-act-for", principal).accepted())
                .as("its only day")
                .isTrue();
    }

    @Test
    void an_authorisation_that_ends_between_opening_and_submitting_stops_the_submit() {
        for (var end : List.of("revoked", "expired", "renounced")) {
            actFor(importer1, Scope.TRACE);
            var saved = agent.save(Forms.form(declaration1, 1, "1")).saved();
            var form = agent.form(saved.unifiedNo());
            var empty = new TraceReportForm();

            switch (end) {
                case "revoked" -> importer1.call("agent-revoke", id());
                case "renounced" ->
                    Operator.withCard(portal, "agent1", "agent1-ec").call("agent-revoke", id());
                default ->
                    portal.execute("update agent_authorization set valid_from = '2020-01-01', valid_until = '"
                            + TODAY.minusDays(1) + "'");
            }

            assertThat(agent.submit(form).text()).as(end).isEqualTo("agent.ended");
            assertThat(agent.submit(form).text())
                    .as("now for the own enterprise")
                    .isEqualTo("trace.unknown");
            assertThat(agent.submit(Forms.form(declaration1, 1, "1")).text()).isEqualTo("trace.declarationNotOwned");
            assertThat(importer1.status(saved.unifiedNo())).isEqualTo("DRAFT 1");
            assertThat(agent.save(empty).accepted()).isTrue();
        }
    }

    @Test
    void the_scope_decides_what_an_agent_may_do() throws IOException {
        actFor(importer1);
        assertThat(agent.call("items", declaration1).text())
                .as("reading belongs to all")
                .isEqualTo("1");
        assertThat(agent.save(Forms.form(declaration1, 1, "1")).text()).isEqualTo("agent.noTrace");
        assertThat(agent.submit(Forms.form(declaration1, 1, "1")).text()).isEqualTo("agent.noTrace");
        assertThat(agent.delete(new TraceReportForm()).text()).isEqualTo("agent.noTrace");

        importer1.submit(Forms.form(declaration1, 1, "5"));
        var recall = Recall.of(declaration1, 1);
        portal.push("FTR201", recall.taskNo() + ".xml", recall.message(LocalDateTime.now(ZoneId.of("Asia/Shanghai"))));
        customs.awaitArchived("FTR201", recall.taskNo() + ".xml");
        var unread = importer1.call("recall-unread", "").text();
        var round = Rounds.form(agent, recall.taskNo(), "2");
        actFor(importer1, Scope.TRACE);
        agent.call("recall-read", recall.taskNo());
        assertThat(importer1.call("recall-unread", "").text())
                .as("read by its importer")
                .isEqualTo(unread);
        assertThat(Rounds.submit(agent, round).text()).isEqualTo("agent.noRecall");
        assertThat(agent.call("recall-start", recall.taskNo()).text()).isEqualTo("agent.noRecall");

        actFor(importer1, Scope.RECALL);
        assertThat(Rounds.submit(agent, round).accepted())
                .as("what two authorisations allow adds up")
                .isTrue();
        assertThat(portal.rows(
                        "select r.filed_by, r.agent_uscc from recall_round r join recall_task t on t.id = r.task_id"
                                + " where t.task_no = ?",
                        recall.taskNo()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("filed_by", "agent1")
                        .containsEntry("agent_uscc", Customs.AGENT1));
        assertThat(message("FTR202", "FTR202_" + recall.taskNo() + "_1_1.xml"))
                .contains("<agentScc>" + Customs.AGENT1 + "</agentScc>");
        portal.execute("update lot_hold set lifted_at = placed_at where task_no = '" + recall.taskNo() + "'");

        var own = new VoluntaryRecall();
        own.setDeclarationNo(declaration1);
        own.setGoodsSeqNo(1);
        own.setLevel(RecallLevel.THIRD);
        own.setReason("标签漏标致敏物质");
        var voluntary = agent.call("recall-open", Operator.json(own)).text();
        assertThat(message("FTR204", "FTR204_" + voluntary + ".xml"))
                .contains("<agentScc>" + Customs.AGENT1 + "</agentScc><agentName>上海通达报关有限公司（测试）</agentName>");
        portal.execute("update lot_hold set lifted_at = placed_at where task_no = '" + voluntary + "'");
    }

    @Test
    void principals_are_kept_apart() {
        actFor(importer2, Scope.TRACE);
        var of2 = agent.save(Forms.form(declaration2, 1, "1")).saved();
        var form2 = agent.form(of2.unifiedNo());
        actFor(importer1, Scope.TRACE);

        assertThat(agent.form(of2.unifiedNo())).isNull();
        assertThat(agent.submit(form2).text()).isEqualTo("trace.unknown");
        assertThat(agent.delete(form2).text()).isEqualTo("trace.unknown");
        assertThat(agent.submit(Forms.form(declaration2, 1, "1")).text()).isEqualTo("trace.declarationNotOwned");
        assertThat(agent.call("items", declaration2).text()).isEqualTo("0");
        assertThat(agent.page(new TraceCriteria())).doesNotContain(of2.unifiedNo());
        assertThat(agent.call("agent-principals", "").text())
                .isEqualTo(Customs.IMPORTER1 + " [READ, TRACE]\n" + Customs.IMPORTER2 + " [READ, TRACE]\n");

        agent.call("agent-act-for-self", "");
        assertThat(agent.call("items", declaration1).text()).isEqualTo("0");
        assertThat(agent.submit(form2).text()).isEqualTo("trace.unknown");
    }

    @Test
    void nobody_touches_an_authorisation_of_others() {
        grant(importer1, Scope.TRACE);
        var granted = id();

        for (var act : List.of("agent-accept", "agent-decline", "agent-revoke")) {
            assertThat(importer2.call(act, granted))
                    .as(act)
                    .isEqualTo(importer2.call(act, "987654321"))
                    .isEqualTo(new Operator.Answer(409, "agent.unknown"));
        }
        assertThat(importer1.call("agent-accept", granted).text())
                .as("the principal does not answer for the agent")
                .isEqualTo("agent.unknown");
        assertThat(importer2.call("agent-given", "").text()).isEmpty();
        assertThat(importer2.call("agent-received", "").text()).isEmpty();
        var stranger = Operator.withCard(portal, "importer1", "importer1-ec");
        assertThat(stranger.call("agent-act-for", enterprise(Customs.IMPORTER2)))
                .isEqualTo(stranger.call("agent-act-for", "987654321"))
                .isEqualTo(new Operator.Answer(409, "agent.unknown"));
        assertThat(Operator.nobody(portal).call("agent-given", "").status()).isEqualTo(403);
    }

    @Test
    void a_grant_does_not_tell_who_uses_the_portal() {
        assertThat(importer1.call("agent-grant", form(NOBODY, TODAY, TODAY)).accepted())
                .isTrue();
        grant(importer1, TODAY, TODAY);

        assertThat(importer1.call("agent-given", "").text())
                .isEqualTo("""
                        %s to %s (null) WAITING [READ]
                        %s to %s (null) WAITING [READ]
                        """.formatted(Customs.IMPORTER1, Customs.AGENT1, Customs.IMPORTER1, NOBODY));
        agent.call("agent-accept", id());
        assertThat(importer1.call("agent-given", "").text()).contains("(上海通达报关有限公司（测试）) VALID");

        assertThat(importer1
                        .call("agent-grant", form(NOBODY.replace("Y43", "Y44"), TODAY, TODAY))
                        .text())
                .isEqualTo("{rule.socialCreditCode}");
        assertThat(importer1
                        .call("agent-grant", form(Customs.IMPORTER1, TODAY, TODAY))
                        .text())
                .isEqualTo("agent.self");
        assertThat(importer1
                        .call("agent-grant", form(NOBODY, TODAY, TODAY.minusDays(1)))
                        .text())
                .isEqualTo("{agent.validUntil.beforeFrom}");
        assertThat(importer1
                        .call("agent-grant", form(NOBODY, TODAY.minusDays(2), TODAY.minusDays(1)))
                        .text())
                .isEqualTo("agent.expired");
    }

    @Test
    void an_agent_grants_and_revokes_in_its_own_name_only() {
        actFor(importer1, Scope.TRACE);

        agent.call("agent-grant", form(NOBODY, TODAY, TODAY));

        assertThat(agent.call("agent-given", "").text()).startsWith(Customs.AGENT1 + " to " + NOBODY);
        assertThat(importer1.call("agent-given", "").text()).doesNotContain(NOBODY);
    }

    /** The principal grants these scopes beside READ, the agent accepts and acts for it from now on. */
    private void actFor(Operator principal, Scope... scopes) {
        grant(principal, scopes);
        assertThat(agent.call("agent-accept", id()).accepted()).isTrue();
        var uscc = principal == importer1 ? Customs.IMPORTER1 : Customs.IMPORTER2;
        assertThat(agent.call("agent-act-for", enterprise(uscc)).accepted()).isTrue();
    }

    private void grant(Operator principal, Scope... scopes) {
        grant(principal, TODAY, TODAY.plusDays(30), scopes);
    }

    private void grant(Operator principal, LocalDate from, LocalDate until, Scope... scopes) {
        assertThat(principal
                        .call("agent-grant", form(Customs.AGENT1, from, until, scopes))
                        .accepted())
                .isTrue();
    }

    private static String form(String agentUscc, LocalDate from, LocalDate until, Scope... scopes) {
        var granted = EnumSet.noneOf(Scope.class);
        granted.addAll(List.of(scopes));
        var form = new AuthorizationForm();
        form.setAgentUscc(agentUscc);
        form.setTraceFiling(granted.contains(Scope.TRACE));
        form.setRecallReporting(granted.contains(Scope.RECALL));
        form.setValidFrom(from);
        form.setValidUntil(until);
        return Operator.json(form);
    }

    /** Of the latest authorisation. */
    private String id() {
        return String.valueOf(portal.query("select max(id) from agent_authorization"));
    }

    private String enterprise(String uscc) {
        return String.valueOf(portal.query("select id from enterprise where uscc = ?", uscc));
    }

    /** Content of a message, once it lies in the outbox. */
    private String message(String type, String file) throws IOException {
        var path = portal.exchange(type, "outbox").resolve(file);
        await(file).atMost(Duration.ofSeconds(30)).until(() -> Files.exists(path));
        var data = Files.readString(path).replaceFirst("(?s).*<Data>(.*)</Data>.*", "$1");
        return new String(Base64.getDecoder().decode(data), "UTF-8");
    }
}
