package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** Many sales at once: files and pasted cells into the form, earlier buyers, lists out of the portal. */
@Tag("F3")
class SalesImportIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BUYER = "泉州示例贸易有限公司\t91350100M000100Y43\t泉州市示例路9号\t0595-1234567\t%s\t%s";

    private static Portal portal;
    private static Chromium chromium;

    private Workplace desk;
    private Page page;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("sales");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    /** A new declaration of 100 kg, in the form. */
    @BeforeEach
    void file() {
        var number = Customs.newDeclarationNo();
        new Customs(portal)
                .declares(Customs.Declaration.of(number, Customs.IMPORTER1, Customs.Goods.of(1, "冷冻去骨牛肉", "100")));
        desk = new Workplace(portal, chromium.desktop()).signedIn("importer1");
        page = desk.page();
        again(number);
    }

    private void again(String declarationNo) {
        desk.open("/trace/edit?declaration=" + declarationNo);
        desk.pick("冷冻去骨牛肉");
    }

    @Test
    @Tag("T23")
    @Tag("T28")
    void ten_thousand_rows_from_a_file_of_which_the_good_ones_are_submitted() throws Exception {
        var file = SalesWorkbook.of(10_000, 37);
        desk.press("导入");
        var dialog = desk.dialog("导入销售信息");
        dialog.getByLabel("文件").setInputFiles(file);

        imports(dialog, "开始导入");

        assertThat(dialog.locator(".notice")).containsText("共 10000 行，37 行有错误。 没有导入。");
        assertThat(dialog.getByText("第 1–10 条，共 37 条")).isVisible();
        assertThat(page.getByText("还没有销售信息")).isVisible();
        var list = read(
                page.waitForDownload(() -> button(dialog, "下载错误清单").click()).path());
        assertThat(list).hasSize(38);
        assertThat(list.get(0)).isEqualTo("\uFEFF工作表,行,列,内容,类别,规则");
        assertThat(list.get(1)).startsWith("十一月,272,经销商名称（销售对象）,");
        assertThat(String.join("\n", list))
                .contains("必填", "最多 200 个字", "校验码", "超过15位", "400电话", "应为数字", "应大于 0", "最多 5 位")
                .contains("应为日期", "不能晚于今天", "早于进口日期");

        dialog.getByLabel("只导入正确的行").check();
        var took = imports(dialog, "开始导入");

        assertThat(took).isLessThan(PATIENCE);
        assertThat(dialog.locator(".notice")).containsText("已导入 9963 行");
        page.keyboard().press("Escape");
        assertThat(page.getByText("第 1–50 条，共 9963 条")).isVisible();
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存");
        desk.submit();

        var number = desk.grey("统一编号").innerText();
        assertThat(portal.count(
                        "select count(*) from sales_record s join trace_report r on r.id = s.report_id"
                                + " where r.unified_no = ? and r.status <> 'DRAFT'",
                        number))
                .isEqualTo(9963);
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("销售信息"))
                .getByText("2", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("第 51–100 条，共 9963 条")).isVisible();
        var exported = SalesWorkbook.read(
                page.waitForDownload(() -> page.getByText("导出 Excel").click()).path());
        assertThat(exported).hasSize(9964);
        assertThat(exported.get(1))
                .containsExactly(
                        "1",
                        "经销商00000有限公司",
                        "91350100M000000000",
                        "福建省福州市鼓楼区示例路0号",
                        "13800000000",
                        "0.01",
                        SalesWorkbook.TODAY.toString());
    }

    @Test
    @Tag("T28")
    void pasted_rows_keep_to_what_is_left_and_buyers_are_offered_again() {
        var rows = new ArrayList<String>();
        for (var quantity : List.of("60", "41", "1.5", "1.5")) {
            rows.add(BUYER.formatted(quantity, SalesWorkbook.TODAY));
        }
        desk.press("粘贴");
        var dialog = desk.dialog("粘贴销售信息");
        dialog.getByLabel("单元格").fill(String.join("\n", rows));
        imports(dialog, "确定");
        assertThat(dialog.getByText("销售数量累计 101 超过剩余数量 100")).isVisible();
        assertThat(dialog.getByText("与第 3 行完全相同")).isVisible();
        dialog.getByLabel("只导入正确的行").check();
        imports(dialog, "确定");
        page.keyboard().press("Escape");
        assertThat(page.locator(".totals")).containsText("63");
        desk.submit();

        desk.open("/trace/list");
        desk.open("/trace/edit");
        desk.press("新增");
        var sale = desk.dialog("销售信息");
        var name = sale.getByLabel("经销商名称（销售对象）");
        name.fill("示例贸易");
        var offer = page.locator("#buyers option").first();
        assertThat(offer).hasAttribute("value", "泉州示例贸易有限公司 91350100M000100Y43");
        name.fill("100y43");
        assertThat(offer).hasAttribute("value", "泉州示例贸易有限公司 91350100M000100Y43");
        name.fill(offer.getAttribute("value"));
        assertThat(sale.getByLabel("地址")).hasValue("泉州市示例路9号");
        assertThat(name).hasValue("泉州示例贸易有限公司");
        assertThat(sale.getByLabel("经销商统一社会信用代码")).hasValue("91350100M000100Y43");
        assertThat(sale.getByLabel("联系方式")).hasValue("0595-1234567");

        var other =
                new Workplace(portal, chromium.desktop()).signedIn("importer2").open("/trace/edit");
        other.press("新增");
        var typed = other.dialog("销售信息").getByLabel("经销商名称（销售对象）");
        other.page().waitForResponse(answer -> answer.request().method().equals("POST"), () -> typed.fill("示例贸易"));
        assertThat(other.page().locator("#buyers option")).hasCount(0);
    }

    @Test
    void files_that_cannot_be_read_are_answered_with_advice() {
        desk.press("导入");
        var dialog = desk.dialog("导入销售信息");
        imports(dialog, "开始导入");
        assertThat(dialog.locator(".messages")).containsText("请选择要导入的文件");
        dialog.getByLabel("文件")
                .setInputFiles(new FilePayload(
                        "sales.xlsx", "application/octet-stream", "just text".getBytes(StandardCharsets.UTF_8)));
        imports(dialog, "开始导入");
        assertThat(dialog.locator(".messages")).containsText("没有找到列名称");
        dialog.getByLabel("文件").setInputFiles(SalesWorkbook.of(10_001, 0));
        imports(dialog, "开始导入");
        assertThat(dialog.locator(".messages")).containsText("超过 10000 行");
        dialog.getByLabel("文件").setInputFiles(new FilePayload("large.csv", "text/csv", new byte[11 * 1024 * 1024]));
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("文件超过 10 MB");
        assertThat(dialog.getByLabel("文件")).hasValue("");

        var template = SalesWorkbook.read(
                page.waitForDownload(() -> dialog.getByText("下载 Excel 模板").click())
                        .path());
        assertThat(template.get(0)).hasSize(6).contains("经销商名称（销售对象）", "交货日期");
    }

    @Test
    @Tag("U1")
    @Tag("S2")
    void lists_leave_as_files_without_formulas_and_only_to_their_owner() throws Exception {
        desk.press("粘贴");
        var dialog = desk.dialog("粘贴销售信息");
        dialog.getByLabel("单元格").fill(BUYER.formatted("1", SalesWorkbook.TODAY).replace("泉州市", "=1+1泉州市"));
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        assertThat(dialog).isHidden();
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存");
        var number = desk.grey("统一编号").innerText();

        desk.open("/trace/" + number);
        var sales = read(
                page.waitForDownload(() -> page.getByText("导出 CSV").click()).path());
        assertThat(sales.get(1)).contains(",'=1+1泉州市示例路9号,");
        desk.open("/trace/list");
        var hits = SalesWorkbook.read(
                page.waitForDownload(() -> desk.press("导出 Excel")).path());
        assertThat(hits.get(0)).startsWith("统一编号", "报关单号");
        assertThat(hits.get(1)).startsWith(number).contains("冷冻去骨牛肉", "暂存");

        var other = new Workplace(portal, chromium.desktop()).signedIn("importer2");
        var foreign = other.page().request().get(portal.url("/sheets/" + number + ".csv"));
        assertThat(foreign.status()).isEqualTo(404);
        other.open("/trace/list");
        var none =
                read(other.page().waitForDownload(() -> other.press("导出 CSV")).path());
        assertThat(String.join("\n", none)).doesNotContain(number);
        assertThat(portal.count("select count(*) from audit_event where action = 'trace.exportSales'"))
                .isPositive();
        assertThat(portal.count("select count(*) from audit_event where action = 'trace.exportList'"))
                .isEqualTo(2);
    }

    /** Presses the button and waits for an answer. */
    private Duration imports(Locator dialog, String press) {
        dialog.locator(".problems, .messages").evaluateAll("all => all.forEach(one => one.textContent = '')");
        var start = System.nanoTime();
        button(dialog, press).click();
        assertThat(dialog.locator(".notice, .messages li").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static List<String> read(Path csv) throws IOException {
        return Files.readAllLines(csv);
    }
}
