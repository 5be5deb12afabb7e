package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** A regulator at the desk: sees whose records he wants, and has nothing to change them with. */
@Tag("U3")
class SupervisionIT {

    private static final String IMPORTER1 = "上海溯源进口食品有限公司（测试）";
    private static final String RISK = "阿根廷冷冻牛肉检出沙门氏菌";
    private static final String IMPORTER2 = "深圳南洋食品贸易有限公司（测试）";

    private static Portal portal;
    private static Chromium chromium;
    private static String draft;
    private static Recall recall;

    @BeforeAll
    static void start() throws Exception {
        portal = Portal.withoutAnswers("supervision");
        chromium = new Chromium();
        var customs = new Customs(portal);
        var declarationNo = Customs.newDeclarationNo();
        customs.declares(Declaration.of(declarationNo, Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "100")));
        recall = Recall.of(declarationNo, 1);
        portal.push("FTR201", recall.taskNo() + ".xml", recall.message(LocalDateTime.now(ZoneId.of("Asia/Shanghai"))));
        customs.awaitArchived("FTR201", recall.taskNo() + ".xml");
        var importer = new Workplace(portal, chromium.desktop()).signedIn("importer1");
        importer.open("/trace/edit").press("暂存");
        draft = (String) portal.query("select unified_no from trace_report");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @Test
    void a_regulator_finds_an_enterprise_and_reads_its_reports_and_recalls_which_say_whose_they_are() {
        var regulator = signedIn();
        var page = regulator.page();
        assertThat(menu(page)).not().containsText("追溯填报");
        assertThat(menu(page)).not().containsText("追溯查询");
        var found = frame(page);
        assertThat(found.getByRole(AriaRole.ROW)).hasCount(4); // heading, two importers, a broker; no authority

        search(found, "南洋");
        assertThat(found.getByRole(AriaRole.ROW)).hasCount(2);
        assertThat(found.locator("tbody")).containsText(IMPORTER2);
        search(found, Customs.IMPORTER1.toLowerCase());
        assertThat(found.getByRole(AriaRole.ROW)).hasCount(2);
        found.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("查看 " + IMPORTER1))
                .click();

        assertThat(page.locator("header .acting")).containsText("正在查看（只读）： " + IMPORTER1);
        open(page, "追溯查询");
        assertThat(frame(page).locator("#supervisedNow")).containsText(IMPORTER1);
        var row = frame(page).getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(draft));
        assertThat(row).containsText("查看");
        assertThat(row).not().containsText("编辑");
        assertThat(row).not().containsText("删除");

        open(page, "召回查询");
        assertThat(frame(page).locator("tbody")).containsText(recall.taskNo());
        assertThat(frame(page).locator("body")).not().containsText("主动召回");

        regulator.open("/trace/" + draft);
        assertThat(regulator.grey("进口商名称")).hasText(IMPORTER1);
        assertThat(buttons(page)).isEmpty();
        assertThat(page.locator("#actions")).not().containsText("编辑");
        regulator.open("/recall/" + recall.taskNo());
        assertThat(regulator.grey("进口商名称")).hasText(IMPORTER1);
        assertThat(buttons(page)).isEmpty();
        assertThat(page.locator("main input:visible, main textarea:visible, main select:visible"))
                .hasCount(0);
        assertThat(portal.count("select count(*) from recall_task where read_at is null"))
                .as("the duty to know is the importer's")
                .isOne();

        assertThat(portal.rows(
                        "select action, subject, detail from audit_event where actor = 'regulator1' and action like"
                                + " 'regulator.%' order by id"))
                .as("what he read is noted")
                .extracting(event -> event.get("action") + " " + event.get("subject") + " " + event.get("detail"))
                .contains(
                        "regulator.lookAt " + Customs.IMPORTER1 + " null",
                        "regulator.read null for " + Customs.IMPORTER1 + ": TraceQueries.page",
                        "regulator.read " + draft + " for " + Customs.IMPORTER1 + ": TraceQueries.detail",
                        "regulator.read " + recall.taskNo() + " for " + Customs.IMPORTER1 + ": RecallQueries.detail");
    }

    @Test
    @Tag("F17")
    void a_regulator_reads_the_risk_matches_of_an_enterprise_and_decides_none() {
        portal.push("FTR404", "bhg.xml", """
                <FTR404 xmlns="urn:suyuan:ftr:1"><head><messageId>BHG</messageId>\
                <messageTime>2026-11-21T09:00:00+08:00</messageTime></head><notice><operation>PUBLISH</operation>\
                <source>GACC</source><originId>BHG-1</originId><title>%s</title><publishedOn>%s</publishedOn>\
                <country>ARG</country><product>冷冻去骨牛肉</product><hazard>沙门氏菌</hazard><hsCode>020230</hsCode>\
                <reason>检出沙门氏菌</reason></notice></FTR404>\
                """.formatted(RISK, LocalDate.now().minusDays(9))
                .getBytes(StandardCharsets.UTF_8));
        var found = "select m.id from risk_match m join food_safety_notice n on n.id = m.notice_id"
                + " where n.origin_id = 'BHG-1' and m.importer_uscc = ?";
        await().atMost(Duration.ofMinutes(1)).until(() -> portal.query(found, Customs.IMPORTER1) != null);
        var match = portal.count(found, Customs.IMPORTER1);

        var regulator = signedIn();
        var page = regulator.page();
        assertThat(page.navigate(portal.url("/match/" + match)).status()).isEqualTo(404);
        lookAt(regulator, IMPORTER1);
        open(page, "风险匹配");
        assertThat(frame(page).getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(RISK)))
                .containsText("未查看");

        regulator.open("/match/" + match).heading("风险匹配");
        assertThat(page.locator("#supervisedNow")).containsText(IMPORTER1);
        assertThat(page.locator("#what")).containsText("冷冻去骨牛肉");
        assertThat(page.locator("#what")).not().containsText("演练");
        assertThat(buttons(page)).isEmpty();
        assertThat(page.locator("main textarea")).hasCount(0);
        assertThat(portal.query("select read_at from risk_match where id = ?", match))
                .isNull();

        regulator.open("/recall/" + recall.taskNo());
        page.getByText(RISK).click();
        var own = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(IMPORTER1));
        assertThat(own.getByRole(AriaRole.LISTITEM)).containsText(recall.taskNo());
        own.getByText("查看风险匹配").click();
        page.waitForURL("**/match/" + match);
        assertThat(portal.count(
                        "select count(*) from audit_event where action = 'regulator.read' and subject = ?",
                        String.valueOf(match)))
                .isPositive();

        lookAt(regulator, IMPORTER2);
        assertThat(page.navigate(portal.url("/match/" + match)).status()).isEqualTo(404);
    }

    @Test
    void another_enterprise_is_another_choice_and_without_one_there_is_nothing() {
        var regulator = signedIn();
        var page = regulator.page();
        assertThat(page.navigate(portal.url("/trace/" + draft)).status()).isEqualTo(404);
        regulator.open("/trace/list");
        assertThat(page.locator("main")).containsText("尚未选择企业");
        assertThat(page.locator("main")).not().containsText(draft);

        lookAt(regulator, IMPORTER2);
        assertThat(page.navigate(portal.url("/trace/" + draft)).status()).isEqualTo(404);
        assertThat(page.navigate(portal.url("/recall/" + recall.taskNo())).status())
                .isEqualTo(404);

        regulator.open("/reg/enterprises").press("结束查看");
        page.waitForURL("**/workspace");
        assertThat(page.locator(".acting")).hasCount(0);
    }

    @Test
    void the_page_fits_a_phone_in_both_languages() {
        var regulator = signedIn();
        var page = regulator.page();
        for (var language : List.of("zh", "en")) {
            page.navigate(portal.url("/language?to=" + language + "&back=/reg/enterprises"));
            page.setViewportSize(360, 740);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.setViewportSize(1366, 768);
        }
    }

    @Test
    void regulators_come_into_being_at_the_console_only() throws Exception {
        try (var console = portal.console()) {
            assertThatThrownBy(() ->
                            console.call("Regulators", "open", "inspector", "王监管", Customs.IMPORTER1, "某局", "2200"))
                    .hasStackTraceContaining("is the code of an enterprise");
            assertThatThrownBy(() -> console.call("Regulators", "open", "x", "", "12", "", "2200"))
                    .hasStackTraceContaining("IllegalArgumentException");
            var uscc = "11350000MB0TEXT05" + SocialCreditCode.checkDigit("11350000MB0TEXT05");
            var password = (String) console.call("Regulators", "open", "inspector", "王监管", uscc, "福建省市场监督管理局", "2200");
            assertThat((String[]) console.attribute("Regulators", "Accounts"))
                    .anyMatch(line -> line.startsWith("inspector | " + uscc + " | 福建省市场监督管理局 | 王监管 | ACTIVE"));

            var page = chromium.desktop();
            var inspector = new Workplace(portal, page).open("/reg/enterprises");
            page.getByLabel("企业账户").fill("inspector");
            page.getByLabel("密码").fill(password);
            inspector.press("登录");
            inspector.heading("修改密码");
            page.getByLabel("当前密码").fill(password);
            page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill("moss lantern eleven quay");
            page.getByLabel("再次输入新密码").fill("moss lantern eleven quay");
            inspector.press("保存新密码");
            assertThat(inspector.message()).containsText("密码已修改");
            inspector.open("/reg/enterprises").heading("企业查询");

            console.call("Regulators", "disable", "inspector");
            page.reload();
            assertThat(page).hasURL(Pattern.compile(".*/login\\?.*"));
            assertThatThrownBy(() -> console.call("Regulators", "disable", "importer1"))
                    .hasStackTraceContaining("importer1");
        }
    }

    private static Workplace signedIn() {
        var page = chromium.desktop();
        var regulator = new Workplace(portal, page).open("/login");
        page.getByLabel("企业账户").fill("regulator1");
        page.getByLabel("密码").fill(Workplace.PASSWORD);
        regulator.press("登录");
        page.waitForURL("**/workspace");
        return regulator;
    }

    private static void lookAt(Workplace regulator, String enterprise) {
        regulator.open("/reg/enterprises");
        regulator
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看 " + enterprise))
                .click();
        regulator.page().waitForURL("**/workspace");
    }

    private static void search(FrameLocator found, String what) {
        found.getByLabel("名称或信用代码").fill(what);
        found.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("查询"))
                .click();
    }

    /** Buttons of the page itself, apart from those that only look. */
    private static List<String> buttons(Page page) {
        return page.locator("main button:visible").all().stream()
                .map(button -> button.getAttribute("aria-label") == null
                        ? button.innerText()
                        : button.getAttribute("aria-label"))
                .filter(name -> !name.equals("折叠菜单"))
                .toList();
    }

    private static Locator menu(Page page) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主菜单"));
    }

    private static void open(Page page, String item) {
        menu(page)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    private static FrameLocator frame(Page page) {
        return page.frameLocator("#panels > div:not([hidden]) > iframe");
    }
}
