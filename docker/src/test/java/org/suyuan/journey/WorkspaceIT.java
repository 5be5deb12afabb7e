package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** The tabs of the workspace, each a page of its own. */
class WorkspaceIT {

    private static final String TYPED = "上海仓库待核对";

    private static Portal portal;
    private static Chromium chromium;
    private static String declarationNo;

    private final List<String> faults = new ArrayList<>();
    private Workplace desk;
    private Page page;
    private Keyboard keys;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("workspace");
        chromium = new Chromium();
        declarationNo = Customs.newDeclarationNo();
        new Customs(portal).declares(Declaration.of(declarationNo, Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "100")));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @BeforeEach
    void sitDown() {
        page = chromium.desktop();
        page.onPageError(faults::add);
        keys = page.keyboard();
        desk = new Workplace(portal, page).open("/workspace");
        signIn();
        assertThat(shown().getByRole(AriaRole.HEADING, named("首页"))).isVisible();
    }

    @AfterEach
    void noFaults() {
        assertThat(faults).isEmpty();
        page.context().close();
    }

    @Test
    @Tag("G3")
    void menu_items_and_records_are_tabs_and_what_was_typed_in_one_survives_the_others() {
        menu("追溯填报");
        pickGoods();
        typeSale();
        menu("追溯查询");
        field("货物序号").fill("0");
        shown().getByRole(AriaRole.BUTTON, button("查询")).click();
        menu("扫一扫");
        assertThat(shown().getByText("上海溯源进口食品有限公司（测试）")).isVisible();
        assertTabs("首页", "追溯填报（未保存）", "追溯查询", "扫一扫");

        menu("追溯填报");
        assertTabs("首页", "追溯填报（未保存）", "追溯查询", "扫一扫");
        assertThat(sale().getByLabel("地址")).hasValue(TYPED);
        sale().getByLabel("地址").press("Escape");
        assertThat(sale()).isHidden();
        shown().getByRole(AriaRole.BUTTON, button("暂存")).click();
        assertThat(tab(Pattern.compile("追溯填报 FT\\d+"))).isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("追溯查询"))
                .click();
        shown().getByRole(AriaRole.BUTTON, button("重置")).click();
        shown().getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(Pattern.compile("^查看")))
                .first()
                .click();
        assertThat(tab(Pattern.compile("追溯详情 FT\\d+"))).isVisible();
    }

    @Test
    @Tag("G1")
    @Tag("G4")
    @Tag("G5")
    void fifteen_tabs_fit_and_closing_asks_before_input_is_lost() {
        menu("追溯填报");
        pickGoods();
        typeSale();
        for (int i = 0; i < 13; i++) {
            open("/trace/list?from=2026-01-" + (i + 10));
        }
        assertThat(tabs()).hasCount(15);
        menu("扫一扫");
        assertThat(tabs()).hasCount(15);
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("最多同时打开 15 个页签。请先关闭一个，再打开“扫一扫”");

        var first = tabs().first();
        assertThat(first).not().isInViewport();
        desk.press("向左移动页签");
        desk.press("向左移动页签");
        assertThat(first).isInViewport();
        desk.press("向右移动页签");
        desk.press("向右移动页签");
        assertThat(first).not().isInViewport();

        closing("关闭其他选项卡");
        var question = desk.dialog("还有未保存的内容");
        assertThat(question.getByRole(AriaRole.LISTITEM)).hasText("追溯填报");
        question.getByRole(AriaRole.BUTTON, in("返回")).click();
        assertThat(tabs()).hasCount(15);
        menu("追溯填报");
        assertThat(sale().getByLabel("地址")).hasValue(TYPED);
        closing("关闭其他选项卡");
        assertTabs("追溯填报（未保存）");
        closing("关闭全部选项卡");
        desk.dialog("还有未保存的内容").getByRole(AriaRole.BUTTON, in("放弃内容并继续")).click();
        assertThat(tabs()).hasCount(0);
        assertThat(page.getByText("没有打开的页签")).isVisible();
    }

    @Test
    void what_was_typed_in_the_first_tab_still_saves_after_two_hundred_others_were_opened_and_closed() {
        menu("追溯填报");
        pickGoods();
        typeSale();
        for (int i = 0; i < 200; i++) {
            open("/trace/list?from=%d-01-01&to=%d-12-31".formatted(2000 + i % 99, 2000 + i));
            keys.press("Alt+w");
            assertThat(tabs()).hasCount(2);
        }
        menu("追溯填报");
        sale().getByLabel("地址").press("Escape");
        assertThat(sale()).isHidden();
        shown().getByRole(AriaRole.BUTTON, button("暂存")).click();
        assertThat(shown().locator(".messages")).containsText("已暂存");
        assertThat(field("食品名称")).containsText("冷冻去骨牛肉");
    }

    @Test
    void open_tabs_survive_a_reload_and_a_question_answered_with_stay() {
        menu("追溯填报");
        pickGoods();
        shown().getByLabel("报关单号").fill(declarationNo);
        page.onceDialog(Dialog::dismiss);
        page.evaluate("setTimeout(() => location.reload())");
        page.waitForTimeout(1500);
        shown().getByRole(AriaRole.BUTTON, button("暂存")).click();
        assertThat(shown().locator(".messages")).containsText("已暂存");

        menu("追溯查询");
        page.reload();
        assertTabs(Pattern.compile("首页"), Pattern.compile("追溯填报 FT\\d+"), Pattern.compile("追溯查询"));
        assertThat(shown().getByRole(AriaRole.HEADING, named("追溯查询"))).isVisible();
        page.getByRole(AriaRole.TAB).nth(1).click();
        assertThat(field("食品名称")).containsText("冷冻去骨牛肉");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("关闭选项卡"))
                .click();
        var alone = page.waitForPopup(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("在新窗口打开"))
                .click());
        assertThat(new Workplace(portal, alone).grey("食品名称")).containsText("冷冻去骨牛肉");
    }

    @Test
    void tabs_obey_the_keyboard() {
        menu("追溯查询");
        menu("扫一扫");
        keys.press("Alt+PageUp");
        assertThat(tab("追溯查询")).hasAttribute("aria-selected", "true");
        assertThat(tab("追溯查询")).isFocused();
        keys.press("End");
        assertThat(tab("扫一扫")).isFocused();
        keys.press("ArrowRight");
        assertThat(tab("首页")).isFocused();
        keys.press("ArrowLeft");
        keys.press("Delete");
        assertTabs("首页", "追溯查询");
        assertThat(tab("追溯查询")).isFocused();
        keys.press("Home");
        keys.press("Enter");
        assertThat(tab("首页")).hasAttribute("aria-selected", "true");

        menu("追溯查询");
        field("货物序号").focus();
        keys.press("Alt+w");
        assertTabs("首页");
    }

    @Test
    void whoever_opens_a_page_by_keyboard_goes_on_in_it() {
        page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, in("追溯查询")).press("Enter");
        assertThat(shown().getByRole(AriaRole.HEADING, named("追溯查询"))).isVisible();
        assertThat(page.locator("iframe[aria-busy]")).hasCount(0); // the focus waits until the page is whole
        keys.press("Tab");
        assertThat(field("报关单号")).isFocused();
        keys.type("123");
        menu("扫一扫");
        assertThat(shown().getByText("上海溯源进口食品有限公司（测试）")).isVisible();
        menu("追溯查询");
        keys.type("4");
        assertThat(field("报关单号")).hasValue("1234");
    }

    @Test
    void the_home_page_is_up_to_date_whenever_it_is_shown() {
        menu("追溯填报");
        pickGoods();
        shown().getByRole(AriaRole.BUTTON, button("暂存")).click();
        assertThat(shown().locator(".messages")).containsText("已暂存");
        var drafts = portal.count("select count(*) from trace_report where status = 'DRAFT'");
        menu("首页");
        assertThat(shown().locator(".tile-DRAFT")).containsText(String.valueOf(drafts));
    }

    @Test
    @Tag("G3")
    void a_page_in_a_tab_comes_without_header_and_menu_of_its_own_but_has_them_in_a_window() {
        var around = Pattern.compile("<header|id=\"menuLinks\"|id=\"sessionDialog\"");
        var inTab = page.waitForResponse("**/trace/edit", () -> menu("追溯填报")).text();
        assertThat(around.matcher(inTab).results()).isEmpty();
        pickGoods();
        var answered = page.waitForResponse(
                "**/trace/edit",
                () -> shown().getByRole(AriaRole.BUTTON, button("暂存")).click());
        assertThat(answered.request().headerValue("suyuan-framed")).isEqualTo("true");
        assertThat(tab(Pattern.compile("追溯填报 FT\\d+"))).isVisible();

        desk.press("关闭选项卡");
        var window = page.context().waitForPage(() -> page.getByText("在新窗口打开").click());
        assertThat(window.locator("header")).isVisible();
        assertThat(window.locator("#menuLinks")).isVisible();
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("安全退出"))
                .click();
        assertThat(window).hasURL(portal.url("/"));
    }

    @Test
    @Tag("G2")
    void the_menu_folds_to_icons_and_stays_so() {
        var label = page.locator("nav.menu a span").first();
        assertThat(label).isVisible();
        desk.press("折叠菜单");
        assertThat(label).isHidden();
        page.reload();
        assertThat(label).isHidden();
        menu("追溯查询");
        desk.press("折叠菜单");
        assertThat(label).isVisible();
    }

    @Test
    @Tag("H14")
    void another_language_is_for_the_whole_workspace_and_asks_before_input_is_lost() {
        menu("追溯填报");
        pickGoods();
        typeSale();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        desk.dialog("还有未保存的内容").getByRole(AriaRole.BUTTON, in("返回")).click();
        assertThat(sale().getByLabel("地址")).hasValue(TYPED);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        desk.dialog("还有未保存的内容").getByRole(AriaRole.BUTTON, in("放弃内容并继续")).click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertTabs("Home", "File a trace report");
        assertThat(shown().getByText("Declaration number").first()).isVisible();
    }

    @Test
    void a_session_about_to_end_is_announced_and_can_go_on() {
        page.clock().install();
        page.reload();
        menu("追溯填报");
        pickGoods();
        page.clock().fastForward("26:00");
        var dialog = desk.dialog("登录即将结束");
        assertThat(dialog).containsText("后将自动退出登录");
        dialog.getByRole(AriaRole.BUTTON, in("继续使用")).click();
        page.clock().fastForward("00:02");
        assertThat(dialog).isHidden();
        assertThat(field("食品名称")).containsText("冷冻去骨牛肉");

        page.context().clearCookies();
        page.clock().fastForward("31:00");
        assertThat(dialog).containsText("登录已结束");
        dialog.getByRole(AriaRole.LINK, in("重新登录")).click();
        page.waitForURL(Pattern.compile("/login"));
        signIn();
        assertTabs("首页", "追溯填报");
    }

    @Test
    void a_tab_whose_session_is_gone_leads_to_the_sign_in_of_the_whole_window() {
        menu("追溯查询");
        page.context().clearCookies();
        menu("追溯填报");
        page.waitForURL(Pattern.compile("/login"));
        signIn();
        assertTabs("首页", "追溯查询", "追溯填报");
    }

    @Test
    void signing_out_asks_first_and_forgets_the_tabs() {
        menu("追溯填报");
        pickGoods();
        typeSale();
        desk.press("安全退出");
        desk.dialog("还有未保存的内容").getByRole(AriaRole.BUTTON, in("放弃内容并继续")).click();
        page.waitForURL(portal.url("/"));
        desk.open("/workspace");
        signIn();
        assertTabs("首页");
    }

    private void signIn() {
        page.getByLabel("企业账户").fill("importer1");
        page.getByLabel("密码").fill(Workplace.PASSWORD);
        desk.press("登录");
        assertThat(tabs().first()).isVisible();
    }

    private void menu(String item) {
        page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, in(item)).click();
    }

    /** As a link in a page does. */
    private void open(String address) {
        page.evaluate("address => suyuan.workspace.open(address, '追溯查询')", address);
        assertThat(page.locator("iframe[src='" + address + "']")).not().hasAttribute("aria-busy", "true");
    }

    private void closing(String what) {
        desk.press("关闭选项卡");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + what)))
                .click();
    }

    private FrameLocator shown() {
        return page.frameLocator("[role=tabpanel]:not([hidden]) iframe");
    }

    private void pickGoods() {
        var form = shown();
        form.getByLabel("报关单号").fill(declarationNo);
        form.getByRole(AriaRole.BUTTON, button("查询报关单")).click();
        var picker = form.getByRole(AriaRole.DIALOG, new FrameLocator.GetByRoleOptions().setName("商品信息"));
        picker.getByRole(AriaRole.CHECKBOX).check();
        Workplace.confirm(picker);
        assertThat(field("食品名称")).containsText("冷冻去骨牛肉");
    }

    /** Leaves the dialog 销售信息 open with an address typed. */
    private void typeSale() {
        shown().getByRole(AriaRole.BUTTON, button("新增")).click();
        sale().getByLabel("地址").fill(TYPED);
    }

    private Locator tabs() {
        return page.getByRole(AriaRole.TAB);
    }

    private Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator tab(Pattern name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private void assertTabs(String... names) {
        assertThat(tabs()).hasText(names);
    }

    private void assertTabs(Pattern... names) {
        assertThat(tabs()).hasText(names);
    }

    private static FrameLocator.GetByRoleOptions named(String name) {
        return new FrameLocator.GetByRoleOptions().setName(name);
    }

    private static FrameLocator.GetByRoleOptions button(String name) {
        return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
    }

    private Locator sale() {
        return shown().getByRole(AriaRole.DIALOG, named("销售信息"));
    }

    private Locator field(String label) {
        return shown().getByLabel(label, new FrameLocator.GetByLabelOptions().setExact(true))
                .first();
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
