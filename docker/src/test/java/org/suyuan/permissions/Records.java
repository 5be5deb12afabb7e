package org.suyuan.permissions;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suyuan.container.Operator;
import org.suyuan.identity.AuthorizationForm;
import org.suyuan.recall.drill.DrillPlan;
import org.suyuan.recall.drill.DrillReport;
import org.suyuan.recall.notices.NoticeReply;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;
import org.suyuan.trace.Forms;

/** One record of each kind that the matrix names, for each of two importers; and keys that nobody has. */
final class Records {

    /** Keys of the right shape. */
    private static final Map<String, String> MISSING = Map.ofEntries(
            Map.entry("declaration", "220220001999999999"),
            Map.entry("recalled", "220220001999999999"),
            Map.entry("report", "FT1999999999999999"),
            Map.entry("draft", "FT1999999999999999"),
            Map.entry("recall", "RC1999999999999999"),
            Map.entry("drill", "RD1999999999999999"),
            Map.entry("qr", "AAAAAAAAAAAAAAAAAAAAAA"),
            Map.entry("link", "AAAAAAAAAAAAAAAAAAAAAA"),
            Map.entry("account", "nobody"),
            Map.entry("enterprise", "987654321"),
            Map.entry("principal", "987654321"),
            Map.entry("received", "987654321"),
            Map.entry("given", "987654321"),
            Map.entry("match", "987654321"),
            Map.entry("information", "987654321"),
            Map.entry("file", "987654321"),
            Map.entry("card", "987654321"));

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String BUYER = "91350100M000100Y43";

    private final Portal portal;
    private final Customs customs;
    private final Map<String, Map<String, String>> keys = new HashMap<>();

    /** Numbers, words and quantities that stand in records of one importer only. */
    private final Map<String, List<String>> secrets = new HashMap<>();

    private String information;

    private Records(Portal portal) {
        this.portal = portal;
        this.customs = new Customs(portal);
    }

    static Records made(Portal portal) {
        var records = new Records(portal);
        records.make();
        return records;
    }

    /** @param account {@code importer1} or {@code importer2} */
    String key(String kind, String account) {
        var key = keys.get(account).get(kind);
        if (key == null) {
            throw new IllegalArgumentException("docs/permissions.tsv names a kind of record that "
                    + getClass().getName() + " does not make: " + kind);
        }
        return key;
    }

    static String missing(String kind) {
        return MISSING.get(kind);
    }

    /** Nobody but this importer, and whom it or the law lets in, may read these anywhere. */
    List<String> secrets(String account) {
        return secrets.get(account);
    }

    private void make() {
        var numbers = Customs.newDeclarationNos(2);
        customs.declares(
                Declaration.of(numbers.get(0), Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000")),
                Declaration.of(numbers.get(1), Customs.IMPORTER2, Goods.of(1, "冷冻去骨牛肉", "1000")));
        information = information();
        own("importer1", Customs.IMPORTER1, numbers.get(0));
        own("importer2", Customs.IMPORTER2, numbers.get(1));
        received("importer1", Customs.IMPORTER1, "importer2");
        received("importer2", Customs.IMPORTER2, "importer1");
    }

    private void own(String account, String uscc, String declarationNo) {
        var importer = new Operator(portal, account);
        var own = new HashMap<String, String>();
        keys.put(account, own);
        own.put("account", account);
        var enterprise = String.valueOf(portal.query("select id from enterprise where uscc = ?", uscc));
        own.put("enterprise", enterprise);
        own.put("principal", enterprise);
        own.put("declaration", declarationNo);
        own.put("recalled", declarationNo);
        own.put(
                "draft",
                importer.save(Forms.form(declarationNo, 1, "1")).saved().unifiedNo());
        var sold = Forms.form(declarationNo, 1, quantity(account));
        sold.getSales().get(0).setBuyerName(account + " 的买家");
        sold.getSales().get(0).setBuyerAddress(account + " 买家路");
        sold.getSales().get(0).setBuyerContact(contact(account));
        var report = importer.submit(sold).saved().unifiedNo();
        own.put("report", report);
        own.put("drill", drill(importer, declarationNo));
        customs.answers(report, 1, "120", "海关入库成功");
        await("the code of " + report)
                .atMost(Duration.ofSeconds(60))
                .until(() -> token(
                                "select q.token from qr_code q join trace_report r on r.id = q.report_id"
                                        + " where r.unified_no = ?",
                                report)
                        != null);
        own.put(
                "qr",
                token(
                        "select q.token from qr_code q join trace_report r on r.id = q.report_id"
                                + " where r.unified_no = ?",
                        report));
        var recall = Recall.of(declarationNo, 1).of(uscc);
        customs.recalls(recall);
        own.put("recall", recall.taskNo());
        importer.call("notices-tell", recall.taskNo());
        own.put(
                "link",
                token(
                        "select n.token from buyer_notice n join recall_task t on t.id = n.task_id"
                                + " where t.task_no = ?",
                        recall.taskNo()));
        confirm(own.get("link"));
        importer.call("agent-grant", grant(BUYER));
        own.put("given", latestGrant());
        own.put("match", match(uscc));
        own.put("information", information);
        own.put("file", information);
        own.put("card", card(account));
        secrets.put(
                account,
                List.of(
                        declarationNo,
                        own.get("draft"),
                        report,
                        own.get("drill"),
                        own.get("recall"),
                        account + " 的买家",
                        account + " 买家路",
                        contact(account),
                        quantity(account)));
    }

    /** Like no other number in a page. */
    private static String quantity(String account) {
        return account.equals("importer1") ? "137.317" : "291.913";
    }

    private static String contact(String account) {
        return account.equals("importer1") ? "13811110001" : "13822220002";
    }

    /** Number of a card; the second importer has none, what is not the first one's is the agent's. */
    private String card(String account) {
        return token(
                "select min(c.serial) from card_certificate c join account a on a.id = c.account_id where a.login_name = ?",
                account.equals("importer1") ? account : "agent1");
    }

    /** A public notice with a file, which the recalls name as their cause. */
    private String information() {
        var risk = "select min(id) from food_safety_notice where category = 'RISK'";
        await("a notice").atMost(Duration.ofSeconds(60)).until(() -> portal.query(risk) != null);
        var notice = portal.query(risk);
        try (var connection = portal.connect();
                var insert = connection.prepareStatement(
                        "insert into food_safety_attachment"
                                + " (notice_id, seq_no, name, media_type, content) values (?, 1, 'notice.txt', 'text/plain', ?)")) {
            insert.setObject(1, notice);
            insert.setBytes(2, "沙门氏菌".getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        portal.execute("update food_safety_notice set origin_id = 'BHG-1' where id = " + notice);
        return String.valueOf(notice);
    }

    /** A notice that concerns all products of the importer. */
    private String match(String uscc) {
        var products = "imported_product where importer_uscc = '" + uscc + "'";
        await("the products of " + uscc)
                .atMost(Duration.ofSeconds(60))
                .until(() -> portal.count("select count(*) from " + products) > 0);
        portal.execute(
                "insert into risk_match (notice_id, importer_uscc, notice_revision, score, products, standing, state,"
                        + " found_at, lock_version) select min(id), '" + uscc
                        + "', 1, 60, 1, true, 'NEW', current_timestamp, 1"
                        + " from food_safety_notice where category = 'RISK' and id not in (select notice_id from risk_match)");
        var match = String.valueOf(portal.query("select max(id) from risk_match where importer_uscc = ?", uscc));
        portal.execute("insert into risk_match_product (match_id, product_id, score, reasons) select " + match
                + ", id, 60, '{}' from " + products);
        return match;
    }

    private String token(String sql, String key) {
        return (String) portal.query(sql, key);
    }

    private static String drill(Operator importer, String declarationNo) {
        var plan = new DrillPlan();
        plan.setDeclarationNo(declarationNo);
        plan.setGoodsSeqNo(1);
        plan.setBatchNos(List.of());
        plan.setScenario("夜间接到通知");
        plan.setReason("假定检出沙门氏菌");
        var drill = importer.call("drill-start", Operator.json(plan)).text();
        var report = new DrillReport();
        report.setDrillNo(drill);
        report.setCountedStock(BigDecimal.ONE);
        report.setConclusion("有效");
        importer.call("drill-finish", Operator.json(report));
        return drill;
    }

    private void confirm(String token) {
        var reply = new NoticeReply();
        reply.setSaleStopped(true);
        reply.setReturned(BigDecimal.ONE);
        reply.setContactPerson("李店长");
        reply.setPhone("010-12345678");
        Operator.nobody(portal).call("notice-confirm", token + "\n" + Operator.json(reply));
    }

    private void received(String account, String uscc, String principal) {
        new Operator(portal, principal).call("agent-grant", grant(uscc));
        keys.get(account).put("received", latestGrant());
    }

    private String latestGrant() {
        return String.valueOf(portal.query("select max(id) from agent_authorization"));
    }

    static String grant(String agent) {
        return grant(agent, false);
    }

    static String grant(String agent, boolean everything) {
        var form = new AuthorizationForm();
        form.setAgentUscc(agent);
        form.setTraceFiling(everything);
        form.setRecallReporting(everything);
        form.setValidFrom(TODAY);
        form.setValidUntil(TODAY.plusDays(30));
        return Operator.json(form);
    }
}
