package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
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

/** Many items of one declaration, filed side by side. */
@Tag("F4")
class SeveralItemsIT {

    private static final String BUYER = "福建示例食品有限公司";

    private static Portal portal;
    private static Chromium chromium;

    private String declarationNo;
    private Workplace desk;
    private Page page;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("several");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @BeforeEach
    void declare() {
        declarationNo = Customs.newDeclarationNo();
        new Customs(portal)
                .declares(Declaration.of(
                        declarationNo,
                        Customs.IMPORTER1,
                        Goods.of(1, "冷冻去骨牛肉", "100"),
                        Goods.of(2, "冷冻牛腩", "50.5"),
                        new Goods(3, "0202300090", "冷冻牛腱", "80", "A1;B2"),
                        Goods.of(4, "冷冻牛舌", "20")));
        desk = new Workplace(portal, chromium.desktop()).signedIn("importer1");
        page = desk.page();
    }

    @Test
    @Tag("E6")
    void what_is_in_order_goes_through_and_what_is_refused_is_corrected() {
        openSeveral();
        sellAllTo(BUYER);
        quantity("1 冷冻去骨牛肉").fill("12.5");
        quantity("2 冷冻牛腩").fill("50.6");
        quantity("3 冷冻牛腱").fill("8");
        assertThat(tick("3 冷冻牛腱")).isChecked();
        addSale("3 冷冻牛腱", "30");
        addSale("3 冷冻牛腱", "40");
        page.getByLabel("删除 3 冷冻牛腱 泉州示例贸易有限公司").last().click();
        Workplace.confirm(desk.dialog("删除销售信息"));
        page.getByLabel("B2").uncheck();

        desk.press("提交");
        var question = desk.dialog("确认提交");
        assertThat(question).containsText("冷冻去骨牛肉");
        assertThat(question).containsText("38 千克");
        assertThat(question).not().containsText("冷冻牛腩");
        question.getByText("确定", exactly()).dblclick();

        assertThat(desk.message()).containsText("已提交 2 项");
        assertThat(desk.message()).containsText("1 项有错误");
        assertThat(result("冷冻去骨牛肉")).containsText("提交成功");
        assertThat(filed("冷冻去骨牛肉")).containsExactly("SUBMITTED 12.5");
        assertThat(filed("冷冻牛腱")).containsExactly("SUBMITTED 8", "SUBMITTED 30");
        assertThat(portal.query(
                        "select batch_no from trace_report where declaration_no = ? and goods_seq_no = 3",
                        declarationNo))
                .isEqualTo("A1");
        assertThat(quantity("2 冷冻牛腩")).hasValue("50.6");
        page.getByText("销售数量合计 50.6 超过剩余数量 50.5，请减少销售数量。").click();
        assertThat(quantity("2 冷冻牛腩")).isFocused();
        quantity("2 冷冻牛腩").fill("50.5");
        submitAll();

        assertThat(desk.message()).containsText("已提交 1 项");
        assertThat(filed("冷冻牛腩")).containsExactly("SUBMITTED 50.5");
        assertThat(tick("2 冷冻牛腩")).isDisabled();
        assertThat(portal.count("select count(*) from trace_report where declaration_no = ?", declarationNo))
                .isEqualTo(3);
        result("冷冻牛腩").getByRole(AriaRole.LINK).click();
        desk.heading("追溯详情");
    }

    @Test
    @Tag("E5")
    void drafts_are_found_again_and_filed_under_their_numbers() {
        page.getByLabel("批量填报 " + declarationNo).click();
        sellAllTo(BUYER);
        quantity("2 冷冻牛腩").fill("7");
        quantity("4 冷冻牛舌").fill("3");
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存 2 项");
        quantity("2 冷冻牛腩").fill("9");
        desk.press("暂存");
        await().untilAsserted(() -> assertThat(filed("冷冻牛腩")).containsExactly("DRAFT 9"));
        assertThat(result("冷冻牛腩")).containsText("已暂存");

        openSeveral();
        assertThat(tick("2 冷冻牛腩")).isChecked();
        assertThat(tick("1 冷冻去骨牛肉")).not().isChecked();
        assertThat(page.getByLabel("选择 ").first()).hasAttribute("aria-label", "选择 1 冷冻去骨牛肉");
        assertThat(row("冷冻牛腩")).containsText(BUYER + " 9");
        desk.press("提交");
        desk.dialog("确认提交");

        openSeveral(); // as after a crash: what was to be submitted is a draft, and no second one
        submitAll();
        assertThat(desk.message()).containsText("已提交 2 项");
        assertThat(filed("冷冻牛腩")).containsExactly("SUBMITTED 9");
        assertThat(portal.count("select count(*) from trace_report where declaration_no = ?", declarationNo))
                .isEqualTo(2);
    }

    @Test
    @Tag("T10")
    void a_declaration_of_another_importer_looks_like_a_missing_one() {
        var other = new Workplace(portal, chromium.desktop()).signedIn("importer2");
        for (var number : new String[] {declarationNo, "220220261999999999"}) {
            other.open("/trace/several?declaration=" + number);
            assertThat(other.page().getByText("报关单号与当前企业不匹配，请核对")).isVisible();
            assertThat(other.page().getByText("冷冻牛腩")).hasCount(0);
        }
        other.page().getByLabel("报关单号").fill("12");
        other.press("查询报关单");
        assertThat(other.page().getByText("报关单号应为18位数字")).isVisible();
    }

    @Test
    @Tag("F21")
    @Tag("K1")
    @Tag("K3")
    void the_check_finds_everything_and_all_is_done_without_a_mouse() {
        var keys = page.keyboard();
        desk.open("/trace/several");
        page.getByLabel("报关单号").focus();
        keys.type(declarationNo);
        keys.press("Enter");
        assertThat(shared().getByLabel("经销商名称（销售对象）")).isFocused();
        for (var entry : new String[] {BUYER, "91350100M000100Y44", "福州市示例路1号", "13812345678"}) {
            keys.type(entry);
            keys.press("Enter");
        }
        assertThat(shared()).containsText("统一社会信用代码不正确");
        shared().getByLabel("交货日期").fill(today());
        keys.press("Enter");
        for (var sold : new String[] {"1", "a", "3"}) {
            keys.type(sold);
            keys.press("Enter");
        }
        assertThat(quantity("4 冷冻牛舌")).isFocused();
        assertThat(page.locator("#rule")).containsText("销售数量：必填");
        assertThat(row("冷冻牛腩")).containsText("销售数量应为数字");

        keys.press("Alt+c");
        assertThat(desk.message()).containsText("统一社会信用代码不正确");
        assertThat(desk.message()).containsText("3 项有错误");
        assertThat(result("冷冻牛腩")).containsText("销售数量应为数字");
        assertThat(result("冷冻牛腱")).containsText("请更正“同一经销商”的内容");
        var fault = desk.message().getByRole(AriaRole.LINK);
        assertThat(fault).isFocused();
        keys.press("Enter");
        assertThat(shared().getByLabel("经销商统一社会信用代码")).isFocused();
        shared().getByLabel("经销商统一社会信用代码").fill("91350100M000100Y43");
        quantity("2 冷冻牛腩").fill("2");
        keys.press("Control+Enter");
        assertThat(desk.dialog("确认提交").getByText("确定", exactly()).locator("..")).isFocused();
        keys.press("Enter");

        assertThat(desk.message()).containsText("已提交 3 项");
        assertThat(page.getByText("换一份报关单")).isFocused();
    }

    @Test
    void fifty_quantities_are_pasted_and_filed() {
        var fifty = Customs.newDeclarationNo();
        new Customs(portal)
                .declares(Declaration.of(
                        fifty,
                        Customs.IMPORTER1,
                        IntStream.rangeClosed(1, 50)
                                .mapToObj(i -> Goods.of(i, "冷冻牛肉%02d".formatted(i), "100"))
                                .toArray(Goods[]::new)));
        declarationNo = fifty;
        openSeveral();
        sellAllTo(BUYER);
        quantity("1 冷冻牛肉01").focus();
        page.evaluate("""
                () => {
                    const copied = new DataTransfer();
                    copied.setData('text', Array.from({length: 50}, (_, i) => i + 1).join('\\r\\n') + '\\r\\n');
                    document.activeElement.dispatchEvent(
                        new ClipboardEvent('paste', {clipboardData: copied, bubbles: true, cancelable: true}));
                }""");
        assertThat(quantity("50 冷冻牛肉50")).hasValue("50");
        page.getByLabel("选择 50 冷冻牛肉50").uncheck();

        submitAll();

        assertThat(desk.message()).containsText("已提交 49 项");
        assertThat(filed("冷冻牛肉49")).containsExactly("SUBMITTED 49");
        assertThat(filed("冷冻牛肉50")).isEmpty();
        page.getByLabel("全选").check();
        assertThat(tick("50 冷冻牛肉50")).isChecked();
    }

    private void openSeveral() {
        desk.open("/trace/several?declaration=" + declarationNo);
    }

    private Locator shared() {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("同一经销商"));
    }

    private void sellAllTo(String buyer) {
        assertThat(shared().getByLabel("经销商名称（销售对象）")).isFocused();
        shared().getByLabel("经销商名称（销售对象）").fill(buyer);
        shared().getByLabel("经销商统一社会信用代码").fill("91350100M000100Y43");
        shared().getByLabel("地址").fill("福建省福州市鼓楼区示例路1号");
        shared().getByLabel("联系方式").fill("13812345678");
        shared().getByLabel("交货日期").fill(today());
    }

    private void addSale(String item, String sold) {
        page.getByLabel("新增 " + item).click();
        var sale = desk.dialog("销售信息");
        sale.getByLabel("经销商名称（销售对象）").fill("泉州示例贸易有限公司");
        sale.getByLabel("经销商统一社会信用代码").fill("91350100M000100Y43");
        sale.getByLabel("地址").fill("泉州市示例路9号");
        sale.getByLabel("联系方式").fill("0595-1234567");
        sale.getByLabel("销售数量").fill(sold);
        sale.getByLabel("交货日期").fill(today());
        Workplace.confirm(sale);
    }

    private void submitAll() {
        desk.press("提交");
        Workplace.confirm(desk.dialog("确认提交"));
    }

    private Locator quantity(String item) {
        return page.getByLabel("销售数量 " + item);
    }

    private Locator tick(String item) {
        return page.getByLabel("选择 " + item);
    }

    private Locator row(String food) {
        return table("商品信息", food);
    }

    private Locator result(String food) {
        return table("办理结果", food);
    }

    private Locator table(String block, String food) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(block))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(food));
    }

    /** Status and quantity of each sale of the item. */
    private List<String> filed(String food) {
        return portal
                .rows(
                        "select r.status, s.sold_quantity from trace_report r join sales_record s on s.report_id = r.id"
                                + " where r.declaration_no = ? and r.food_name = ? order by s.row_no",
                        declarationNo,
                        food)
                .stream()
                .map(row -> (row.get("status").equals("DRAFT") ? "DRAFT " : "SUBMITTED ")
                        + new BigDecimal(row.get("sold_quantity").toString())
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
