package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.CardReader;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** A principal and its agent at their desks, under {@code STRICT}. */
@Tag("U8")
@Tag("F20")
class AgentJourneyIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String IMPORTER1 = "上海溯源进口食品有限公司（测试）";
    private static final String IMPORTER2 = "深圳南洋食品贸易有限公司（测试）";
    private static final String AGENT = "上海通达报关有限公司（测试）";

    private static final int PORT = Portal.freePort();

    private static Portal portal;
    private static CardReader reader;
    private static Chromium chromium;
    private static String declarationNo;

    @BeforeAll
    static void start() {
        portal = Portal.start(
                "agents",
                Map.of(
                        "SUYUAN_TRAINING", "true",
                        "SUYUAN_TRAINING_ANSWERS", "false",
                        "SUYUAN_FILING_POLICY", "STRICT",
                        "SUYUAN_CARD_CONTROL", "ws://127.0.0.1:" + PORT));
        reader = new CardReader(portal, PORT);
        reader.insert("agent1-ec");
        chromium = new Chromium();
        declarationNo = Customs.newDeclarationNo();
        new Customs(portal).declares(Declaration.of(declarationNo, Customs.IMPORTER2, Goods.of(1, "冷冻去骨牛肉", "100")));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        reader.close();
        portal.close();
    }

    @Test
    @Tag("H9")
    @Tag("A3")
    @Tag("S1")
    void a_principal_entrusts_an_agent_files_and_the_principal_sees_who_did() {
        var principal = new Workplace(portal, chromium.desktop()).signedIn("importer2");
        principal.open("/trace/edit").press("暂存");
        assertThat(principal.message()).containsText("用卡登录");
        assertThat(portal.count("select count(*) from trace_report")).isZero();
        grant(principal);

        var agent = agent();
        var page = agent.page();
        agent.open("/org/agents");
        row(agent, "别人委托本企业的", "待接受").getByText("接受", exactly()).click();
        assertThat(agent.message()).containsText("已接受 " + IMPORTER2);
        row(agent, "别人委托本企业的", "有效")
                .filter(having(IMPORTER2))
                .getByText("办理", exactly())
                .click();
        page.waitForURL("**/workspace");
        assertThat(acting(page)).hasText("代理： " + IMPORTER2);
        assertThat(page.locator("header")).containsText(AGENT);

        agent.open("/trace/edit");
        assertThat(acting(page)).containsText(IMPORTER2);
        page.getByLabel("报关单号").fill(declarationNo);
        agent.press("查询报关单");
        agent.pick("冷冻去骨牛肉");
        agent.sell("10");
        agent.submit();
        assertThat(agent.grey("填报方式")).hasText("代理 " + AGENT + " agent1");
        var number = agent.grey("统一编号").innerText();

        principal.open("/trace/list");
        var filed = principal.page().getByRole(AriaRole.ROW).filter(having(number));
        assertThat(filed.getByText("代理", exactly())).isVisible();
        principal.open("/trace/" + number);
        assertThat(principal.grey("填报方式")).hasText("代理 " + AGENT + " agent1");
        assertThat(principal.grey("进口商名称")).hasText(IMPORTER2);

        agent.open("/workspace");
        principal.open("/org/agents");
        assertThat(row(principal, "本企业委托别人的", "有效")).containsText(AGENT);
        row(principal, "本企业委托别人的", "有效").getByText("撤销", exactly()).click();
        var dialog = principal.dialog("确认撤销");
        dialog.getByLabel("撤销原因").fill("合同终止");
        Workplace.confirm(dialog);
        assertThat(row(principal, "本企业委托别人的", "已撤销")).containsText("合同终止");

        menu(page, "追溯查询");
        assertThat(page.locator("#tabsTold")).containsText("已不能再代理 " + IMPORTER2);
        assertThat(acting(page)).hasCount(0);
        assertThat(shown(page).locator("body")).not().containsText(number);
        assertThat(principal.open("/trace/" + number).grey("统一编号")).hasText(number);
    }

    @Test
    void a_page_that_was_opened_for_one_enterprise_does_nothing_for_another() {
        var agent = agent();
        var page = agent.page();
        var other = new Workplace(portal, page.context().newPage());
        other.open("/trace/edit");
        assertThat(acting(other.page())).hasCount(0);

        agent.open("/workspace");
        menu(page, "追溯填报");
        shown(page).getByLabel("报关单号").fill("530120261");
        choose(page, IMPORTER1);
        var question = agent.dialog("还有未保存的内容");
        assertThat(question).containsText("追溯填报");
        question.getByText("返回").click();
        assertThat(acting(page)).hasCount(0);
        choose(page, IMPORTER1);
        agent.dialog("还有未保存的内容").getByText("放弃内容并继续").click();
        assertThat(acting(page)).hasText("代理： " + IMPORTER1);
        assertThat(page.getByRole(AriaRole.TAB)).hasCount(1);

        var drafts = portal.count("select count(*) from trace_report");
        other.press("暂存");
        other.heading("这个页面属于另一家企业");
        assertThat(other.page().locator("main")).containsText(IMPORTER1);
        assertThat(portal.count("select count(*) from trace_report")).isEqualTo(drafts);

        other.open("/trace/edit").press("暂存");
        assertThat(other.message()).containsText("已暂存");
        assertThat(portal.count(
                        "select count(*) from trace_report r join enterprise e on e.id = r.enterprise_id"
                                + " where e.uscc = ? and r.agent_uscc = ?",
                        Customs.IMPORTER1,
                        Customs.AGENT1))
                .isOne();
        choose(page, "本企业： " + AGENT);
        assertThat(acting(page)).hasCount(0);
    }

    private static void grant(Workplace principal) {
        principal.open("/org/agents");
        var page = principal.page();
        page.getByLabel("代理企业统一社会信用代码").fill(Customs.AGENT1);
        page.getByLabel("开始日期").fill(TODAY.toString());
        page.getByLabel("结束日期").fill(TODAY.plusDays(30).toString());
        principal.press("委托");
        assertThat(principal.message()).containsText("已委托");
        assertThat(row(principal, "本企业委托别人的", "待接受")).containsText("名称在对方接受后显示");
    }

    /** agent1 at a desk of its own, signed in with the card. */
    private static Workplace agent() {
        var page = chromium.desktop();
        var agent = new Workplace(portal, page).open("/login?way=card");
        page.getByLabel("卡密码").fill("88888888");
        agent.press("登录");
        page.waitForURL("**/workspace");
        return agent;
    }

    private static Locator row(Workplace desk, String block, String standing) {
        return desk.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(block))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(desk.page()
                                .locator(".tag")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^" + standing + "$")))));
    }

    private static Locator acting(Page page) {
        return page.getByRole(AriaRole.NOTE).filter(having("代理："));
    }

    private static void choose(Page page, String enterprise) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("选择委托企业"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(enterprise))
                .click();
    }

    private static void menu(Page page, String item) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主菜单"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    private static FrameLocator shown(Page page) {
        return page.frameLocator("#panels > div:not([hidden]) > iframe");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
