package org.suyuan.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.suyuan.container.Operations;
import org.suyuan.container.Operator;
import org.suyuan.container.SuyuanContainer;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.identity.card.CardOffice.IssuedCard;
import org.suyuan.permissions.AddressWalk.Guest;
import org.suyuan.permissions.PermissionMatrix.Kind;
import org.suyuan.permissions.PermissionMatrix.Permission;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** Walks the matrix of permissions in the running portal: as each role, with each record. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("U3")
@Tag("U8")
@Tag("U9")
@Tag("H9")
class PermissionsIT {

    private static final List<Permission> MATRIX = PermissionMatrix.read(Path.of("..", "docs"));
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String IMPORTER1 = "上海溯源进口食品有限公司（测试）";
    private static final String IMPORTER2 = "深圳南洋食品贸易有限公司（测试）";

    private static Records records;

    private Portal portal;
    private boolean strict;

    /**
     * Somebody who tries.
     *
     * @param sees the importer whose records are at hand, or null
     * @param scopes what an agent may do for the principal; null for others
     * @param ended the authorisation of the principal that the agent had chosen is over
     */
    private record Role(
            String name, Operator operator, Set<String> roles, String sees, Set<String> scopes, boolean ended) {

        Role(String name, Operator operator, Set<String> roles, String sees) {
            this(name, operator, roles, sees, null, false);
        }

        boolean isAgent() {
            return scopes != null;
        }

        boolean mayCall(Permission line) {
            return line.allows("") || roles.stream().anyMatch(line::allows);
        }
    }

    @Deployment
    static Archive<?> application() {
        return TestApplication.ear(UseCases.class, Operations.class);
    }

    @BeforeEach
    void make() {
        portal = SuyuanContainer.portal();
        if (records == null) {
            records = Records.made(portal);
        }
        portal.execute("delete from agent_authorization where agent_uscc = '" + Customs.AGENT1 + "'");
    }

    @Test
    void each_use_case_answers_each_role_as_the_matrix_says() {
        var agent = agent("importer1", Customs.IMPORTER1, true);
        var reader = agent("importer2", Customs.IMPORTER2, false);
        var faults = new ArrayList<String>();
        for (var role : List.of(
                new Role("nobody", Operator.nobody(portal), Set.of(), null),
                new Role("operator", signedIn(new Operator(portal, "importer1")), Set.of("ENTERPRISE"), "importer1"),
                new Role(
                        "operator with a card",
                        signedIn(Operator.withCard(portal, "importer1", "importer1-ec")),
                        Set.of("ENTERPRISE"),
                        "importer1"),
                new Role(
                        "administrator",
                        signedIn(new Operator(portal, "admin1")),
                        Set.of("ENTERPRISE", "ENTERPRISE_ADMIN"),
                        "importer1"),
                new Role(
                        "operator of another enterprise",
                        signedIn(new Operator(portal, "importer2")),
                        Set.of("ENTERPRISE"),
                        "importer2"),
                new Role("agent", agent, Set.of("ENTERPRISE"), "importer1", Set.of("READ", "TRACE", "RECALL"), false),
                new Role("agent who may read", reader, Set.of("ENTERPRISE"), "importer2", Set.of("READ"), false),
                new Role("regulator", regulator("importer1"), Set.of("REGULATOR"), "importer1"),
                new Role(
                        "regulator who looks at nobody",
                        signedIn(new Operator(portal, "regulator1")),
                        Set.of("REGULATOR"),
                        null))) {
            walk(role, faults);
        }

        endAuthorizations();
        walk(new Role("agent, revoked", reader, Set.of("ENTERPRISE"), null, Set.of("READ"), true), faults);
        walk(new Role("agent, expired", agent, Set.of("ENTERPRISE"), null, Set.of("READ"), true), faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void each_page_file_and_service_answers_each_role_as_the_matrix_says() {
        var enterprise = Set.of("ENTERPRISE");
        var walk = new AddressWalk(MATRIX, records)
                .walk(new Guest("nobody", new Visitor(portal), Set.of(), null))
                .walk(new Guest("operator", visitor("importer1"), enterprise, "importer1"))
                .walk(new Guest(
                        "operator with a card",
                        new Visitor(portal).signInWith(IssuedCard.demo(portal, "importer1-rsa")),
                        enterprise,
                        "importer1"))
                .walk(new Guest(
                        "administrator", visitor("admin1"), Set.of("ENTERPRISE", "ENTERPRISE_ADMIN"), "importer1"))
                .walk(new Guest("operator of another enterprise", visitor("importer2"), enterprise, "importer2"))
                .walk(new Guest("regulator", regulatorLookingAt(IMPORTER1), Set.of("REGULATOR"), "importer1"))
                .walk(new Guest("regulator who looks at nobody", visitor("regulator1"), Set.of("REGULATOR"), null));

        grant("importer1", true);
        var agent = agentsVisitor();
        walk.walk(new Guest("agent, not accepted", agent, enterprise, null));
        accept();
        agent.press("/workspace", IMPORTER1);
        walk.walk(new Guest("agent", agent, enterprise, "importer1"));
        grant("importer2", false);
        accept();
        var reader = agentsVisitor();
        reader.press("/workspace", IMPORTER2);
        walk.walk(new Guest("agent who may read", reader, enterprise, "importer2", false));

        var tab = "/trace/edit?no=" + records.key("draft", "importer1");
        var edit = agent.secrets(tab);
        var list = agent.secrets("/trace/list");
        var before = portal.rows("select * from trace_report order by id");
        endAuthorizations();
        assertThat(reader.get("/trace/list").body()).contains("已不能再代理 " + IMPORTER2);
        assertThat(agent.submit(tab, "report", "save", Map.of("generateQr", "true"), edit)
                        .body())
                .as("a tab that was opened for the principal")
                .contains("这个页面属于另一家企业");
        assertThat(agent.ask("/trace/list", "hits:refresh", Map.of(), list).body())
                .as("a list that was opened for the principal")
                .contains("OpenedForAnother")
                .doesNotContain(records.secrets("importer1"));
        assertThat(portal.rows("select * from trace_report order by id")).isEqualTo(before);
        walk.walk(new Guest("agent, revoked", reader, enterprise, null))
                .walk(new Guest("agent, expired", agent, enterprise, null));

        assertThat(walk.faults()).isEmpty();
    }

    @Test
    @Tag("A3")
    void under_STRICT_who_has_no_card_reads_and_changes_nothing() {
        var faults = new ArrayList<String>();
        strict = true;
        Operator.nobody(portal).call("configure", "filingPolicy STRICT");
        try {
            walk(
                    new Role(
                            "operator", signedIn(new Operator(portal, "importer1")), Set.of("ENTERPRISE"), "importer1"),
                    faults);
            walk(
                    new Role(
                            "operator with a card",
                            signedIn(Operator.withCard(portal, "importer1", "importer1-ec")),
                            Set.of("ENTERPRISE"),
                            "importer1"),
                    faults);
            faults.addAll(new AddressWalk(MATRIX, records)
                    .walk(new Guest("operator", visitor("importer1"), Set.of("ENTERPRISE"), "importer1"))
                    .faults());
        } finally {
            Operator.nobody(portal).call("configure", "filingPolicy SELF_FILING");
            strict = false;
        }
        assertThat(faults).isEmpty();
    }

    private void walk(Role role, List<String> faults) {
        MATRIX.stream()
                .filter(line -> line.kind() == Kind.OPERATION && !line.isForNobody())
                .forEach(line -> faults.addAll(tried(role, line)));
    }

    private List<String> tried(Role role, Permission line) {
        var faults = new ArrayList<String>();
        for (var owner : List.of("importer1", "importer2", "nobody")) {
            var expected = expected(role, line, owner);
            var answer = role.operator().tried(line.name(), arguments(line, owner));
            if (expected == null ? isRefusal(answer, line) : !answer.equals(expected)) {
                faults.add("%s as %s, record of %s: %s instead of %s"
                        .formatted(line.name(), role.name(), owner, answer, expected == null ? "its doing" : expected));
            }
            if (!line.hasRecord()) {
                break;
            }
        }
        return faults;
    }

    /** The answer, or null when it is done. */
    private String expected(Role role, Permission line, String owner) {
        if (!role.mayCall(line)) {
            return "denied";
        }
        if (line.within().equals(PermissionMatrix.CARD)
                && role.operator().card().isEmpty()) {
            return "refused agent.cardNeeded";
        }
        var changes = Set.of("TRACE", "RECALL").contains(line.within());
        if (strict && changes && role.operator().card().isEmpty()) {
            return "refused filing.cardNeeded";
        }
        if (role.isAgent() && changes) {
            if (role.ended()) {
                return "refused agent.ended";
            }
            if (!role.scopes().contains(line.within())) {
                return line.within().equals("TRACE") ? "refused agent.noTrace" : "refused agent.noRecall";
            }
        }
        if (!line.hasRecord() || isHis(role, line, owner)) {
            return null;
        }
        return line.unknown().equals("empty") ? "empty" : "refused " + line.unknown();
    }

    private static boolean isHis(Role role, Permission line, String owner) {
        if (line.isOpen()) {
            return !owner.equals("nobody");
        }
        if (line.record().equals("principal")) {
            return role.isAgent() && !role.ended() && !owner.equals("nobody"); // both entrusted the agent
        }
        if (line.record().equals("match") && role.isAgent() && !role.scopes().contains("RECALL")) {
            return false; // ADR 21: matches belong to recalls
        }
        boolean inTheOwnName = role.isAgent() && line.within().equals(PermissionMatrix.SELF);
        return owner.equals(role.sees()) && !inTheOwnName;
    }

    /** Whether somebody was turned away, who may do it with his own; the business may still have reasons of its own. */
    private static boolean isRefusal(String answer, Permission line) {
        if (!line.hasRecord()) {
            return answer.equals("denied")
                    || answer.startsWith("refused agent.") && !answer.equals("refused agent.self");
        }
        return !answer.startsWith("answered") && !answer.startsWith("refused")
                || answer.equals("refused " + line.unknown());
    }

    private static String arguments(Permission line, String owner) {
        if (!line.hasExample()) {
            return "[]";
        }
        var today = LocalDate.now(CHINA);
        var arguments = line.example()
                .replace("@today", today.toString())
                .replace("@yesterday", today.minusDays(1).toString())
                .replace("@now", LocalDateTime.now(CHINA).withNano(0).toString());
        return line.hasRecord() ? arguments.replace("$", key(line.record(), owner)) : arguments;
    }

    private static String key(String record, String owner) {
        return owner.equals("nobody") ? Records.missing(record) : records.key(record, owner);
    }

    private static Operator signedIn(Operator operator) {
        assertThat(operator.call("status", "FT1999999999999999").accepted())
                .as(operator.account())
                .isTrue();
        return operator;
    }

    private Visitor visitor(String account) {
        var visitor = new Visitor(portal);
        assertThat(visitor.isLetIn(account, Workplace.PASSWORD)).as(account).isTrue();
        return visitor;
    }

    private Visitor agentsVisitor() {
        return new Visitor(portal).signInWith(IssuedCard.demo(portal, "agent1-ec"));
    }

    private Visitor regulatorLookingAt(String enterprise) {
        var regulator = visitor("regulator1");
        var page = regulator.get("/reg/enterprises").body();
        var link = Pattern.compile("id=\"(hits:rows:\\d+:lookAt)\"[^>]*查看 " + enterprise)
                .matcher(page);
        assertThat(link.find()).as(page).isTrue();
        regulator.ask("/reg/enterprises", link.group(1), Map.of(), regulator.secrets("/reg/enterprises"));
        return regulator;
    }

    private void grant(String importer, boolean everything) {
        new Operator(portal, importer).call("agent-grant", Records.grant(Customs.AGENT1, everything));
    }

    private void accept() {
        Operator.withCard(portal, "agent1", "agent1-ec")
                .call("agent-accept", String.valueOf(portal.query("select max(id) from agent_authorization")));
    }

    /** The second importer revokes, the time of the first one's is over. */
    private void endAuthorizations() {
        portal.execute("update agent_authorization set status = 'REVOKED' where agent_uscc = '" + Customs.AGENT1
                + "' and principal_id = " + records.key("enterprise", "importer2"));
        portal.execute("update agent_authorization set valid_from = '2020-01-01', valid_until = '2020-12-31'"
                + " where agent_uscc = '" + Customs.AGENT1 + "'");
    }

    /** agent1 with its card, at work for this importer. */
    private Operator agent(String importer, String uscc, boolean everything) {
        grant(importer, everything);
        accept();
        var agent = signedIn(Operator.withCard(portal, "agent1", "agent1-ec"));
        assertThat(agent.call("agent-act-for", records.key("enterprise", importer))
                        .accepted())
                .as(uscc)
                .isTrue();
        return agent;
    }

    private Operator regulator(String importer) {
        var regulator = signedIn(new Operator(portal, "regulator1"));
        assertThat(regulator
                        .call("look-at", records.key("enterprise", importer))
                        .accepted())
                .isTrue();
        return regulator;
    }
}
