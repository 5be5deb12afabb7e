package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
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

/** The filing page under an operator who never touches the mouse. */
class KeyboardIT {

    private static Portal portal;
    private static Chromium chromium;
    private static String declarationNo;

    private Workplace desk;
    private Page page;
    private Keyboard keys;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("keyboard");
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
        keys = page.keyboard();
        desk = new Workplace(portal, page).signedIn("importer1").open("/trace/edit");
        page.getByLabel("报关单号").focus();
    }

    @Test
    @Tag("K1")
    @Tag("K2")
    @Tag("K3")
    void a_whole_report_is_filed_without_a_mouse() {
        keys.type(declarationNo);
        keys.press("Enter");
        assertThat(desk.dialog("商品信息").getByRole(AriaRole.CHECKBOX)).isFocused();
        keys.press("Space");
        keys.press("Enter");
        keys.press("Enter");
        assertThat(page.locator("[id='report:addSale']")).isFocused();
        keys.press("Alt+N");
        var sale = desk.dialog("销售信息");
        assertThat(sale.getByLabel("经销商名称（销售对象）")).isFocused();
        for (var entry : new String[] {"福建示例食品有限公司", "91350100M000100Y43", "福州市示例路1号", "13812345678", "12"}) {
            keys.type(entry);
            keys.press("Enter");
        }
        assertThat(sale.getByLabel("交货日期")).isFocused();
        sale.getByLabel("交货日期").fill(today());
        keys.press("Enter");
        keys.press("Enter");
        assertThat(sale).isHidden();
        assertThat(page.locator("[id='report:addSale']")).isFocused();
        keys.press("Control+s");
        assertThat(desk.message()).containsText("已暂存");
        keys.press("Control+Enter");
        assertThat(desk.dialog("确认提交").getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("确定")))
                .isFocused();
        keys.press("Enter");
        desk.heading("追溯详情");
    }

    @Test
    @Tag("K3")
    void enter_belongs_to_the_input_method_while_it_composes() {
        page.getByLabel("报关单号").fill("1");
        page.evaluate("""
                () => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
                    {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))""");
        assertThat(page.getByLabel("报关单号")).isFocused();
        assertThat(page.getByText("报关单号应为18位数字")).isHidden();
    }

    @Test
    @Tag("K4")
    void backspace_deletes_and_never_leaves_the_page() {
        keys.type("12");
        keys.press("Backspace");
        assertThat(page.getByLabel("报关单号")).hasValue("1");
        page.locator("main").focus();
        keys.press("Backspace");
        assertThat(page.url()).contains("/trace/edit");
    }

    @Test
    @Tag("E3")
    @Tag("E4")
    void the_rule_of_the_focused_field_and_the_bubble_of_a_wrong_one_are_shown() {
        assertThat(page.locator("#rule")).containsText("18位数字");
        keys.type("12");
        keys.press("Tab");
        assertThat(page.locator("[id='report:declarationNoMessage']")).containsText("报关单号应为18位数字");
        page.getByLabel("报关单号").fill(declarationNo);
        keys.press("Tab");
        assertThat(page.locator("[id='report:declarationNoMessage']")).isEmpty();
    }

    @Test
    @Tag("F21")
    @Tag("E1")
    void the_check_lists_everything_that_is_missing_and_leads_to_it() {
        keys.press("Alt+c");
        assertThat(desk.message()).containsText("报关单号：必填");
        assertThat(desk.message()).containsText("销售信息：请至少新增一条");
        page.getByText("销售信息：请至少新增一条").click();
        assertThat(page.locator("[id='report:addSale']")).isFocused();
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }
}
