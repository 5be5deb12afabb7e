package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** The portal as an operator, another importer and the public meet it, with the training customs as counterpart. */
class FilingJourneyIT {

    private static Portal portal;
    private static Chromium chromium;

    private final List<String> consoleErrors = new ArrayList<>();

    @BeforeAll
    static void start() {
        portal = Portal.training("journey");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    private Workplace importer1() {
        var page = chromium.desktop();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text());
            }
        });
        return new Workplace(portal, page).signedIn("importer1");
    }

    @Test
    @Tag("C4")
    @Tag("L2")
    @Tag("T11")
    @Tag("T12")
    @Tag("E5")
    @Tag("T32")
    @Tag("S5")
    @Tag("S7")
    @Tag("S8")
    void from_a_pushed_declaration_to_the_code_that_anyone_scans() throws Exception {
        var desk = importer1();
        var page = desk.page();
        assertThat(page.getByText("测试数据：")).isVisible();
        desk.fileOn("全脂奶粉");
        desk.sell("12.5");

        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存");
        assertThat(desk.grey("统一编号").innerText()).matches("FT\\d{16}");
        assertThat(desk.grey("当前状态")).hasText("暂存");
        desk.submit();
        assertThat(page.getByRole(AriaRole.BUTTON, exactly("提交"))).hasCount(0);
        desk.awaitStatus("海关入库成功");

        var number = desk.grey("统一编号").innerText();
        desk.open("/trace/list");
        var row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(number));
        row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("追溯二维码"))
                .click();
        var dialog = desk.dialog("追溯二维码");
        var download = page.waitForDownload(() -> dialog.getByText("下载 PNG").click());
        var image = ImageIO.read(download.path().toFile());
        assertThat(image.getWidth()).as("printable").isGreaterThanOrEqualTo(600);
        var address = decoded(image);
        assertThat(address).startsWith(portal.url("/q/"));

        var phone = chromium.phone();
        phone.navigate(address);
        assertThat(phone.locator("main")).containsText("全脂奶粉");
        assertThat(phone.locator("main")).containsText("上海溯源进口食品有限公司");
        assertThat(phone.content()).doesNotContain("福建示例食品", "91350100M000100Y43", "13812345678", number);
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(phone.navigate(address.substring(0, address.length() - 1) + "_")
                        .status())
                .as("an altered code")
                .isEqualTo(404);
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    @Tag("A12")
    void failed_and_returned_reports_are_corrected_and_stored() {
        var desk = importer1();
        for (var goods : List.of("（训练：入库失败）", "（训练：退单）")) {
            desk.fileOn(goods);
            desk.sell("10");
            desk.submit();
            desk.awaitStatus(goods.contains("失败") ? "海关入库失败" : "退回(退单)");
            assertThat(desk.page().getByRole(AriaRole.NOTE).filter(having("海关答复")))
                    .containsText("训练：");

            desk.page()
                    .getByText("编辑", new Page.GetByTextOptions().setExact(true))
                    .click();
            desk.page()
                    .getByText("修改", new Page.GetByTextOptions().setExact(true))
                    .click();
            var sale = desk.dialog("销售信息");
            sale.getByLabel("销售数量").fill("9");
            Workplace.confirm(sale);
            desk.submit();
            desk.awaitStatus("海关入库成功");
            assertThat(desk.page().getByText("版本 2").first()).isVisible();
        }
    }

    @Test
    @Tag("T9")
    @Tag("T10")
    @Tag("T12")
    void the_look_up_tells_what_is_wrong_and_nothing_about_others() {
        var desk = importer1();
        var page = desk.page();
        desk.open("/trace/edit");
        var foreign = portal.query("select declaration_no from declaration where consignee_uscc like '91440300%'");
        for (var number : List.of("220220261999999999", foreign.toString().strip())) {
            page.getByLabel("报关单号").fill(number);
            desk.press("查询报关单");
            assertThat(page.getByText("报关单号与当前企业不匹配，请核对")).isVisible();
            page.reload();
        }
        page.getByLabel("报关单号").fill("123");
        page.getByLabel("报关单号").press("Enter");
        assertThat(page.getByText("报关单号应为18位数字")).isVisible();

        var own = portal.query(
                "select min(d.declaration_no) from declaration d join goods_item g on g.declaration_id = d.id"
                        + " and g.seq_no = 2 where d.consignee_uscc like '91310115%'");
        page.getByLabel("报关单号").fill(own.toString().strip());
        page.getByLabel("报关单号").press("Enter");
        var picker = desk.dialog("商品信息");
        picker.getByRole(AriaRole.CHECKBOX).nth(0).check();
        picker.getByRole(AriaRole.CHECKBOX).nth(1).check();
        picker.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        assertThat(picker.getByText("不支持一次追溯多个商品")).isVisible();
    }

    @Test
    @Tag("U1")
    void another_importer_finds_nothing_behind_any_address() {
        var desk = importer1();
        desk.fileOn("天然矿泉水");
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存");
        var number = desk.grey("统一编号").innerText();

        var other =
                new Workplace(portal, chromium.desktop()).signedIn("importer2").page();
        for (var address : List.of("/trace/%s", "/trace/edit?no=%s")) {
            var foreign = other.navigate(portal.url(address.formatted(number)));
            var answer = Workplace.answer(other);
            var unknown = other.navigate(portal.url(address.formatted("FT2020000000000000")));
            assertThat(foreign.status()).isEqualTo(404).isEqualTo(unknown.status());
            assertThat(Workplace.answer(other)).isEqualTo(answer);
        }
        other.navigate(portal.url("/trace/list"));
        assertThat(other.locator("main")).not().containsText(number);
    }

    @Test
    @Tag("L4")
    void each_number_on_the_home_page_leads_to_its_list() {
        var desk = importer1();
        desk.fileOn("黄油曲奇饼干");
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存");
        var number = desk.grey("统一编号").innerText();
        var drafts =
                portal.count("select count(*) from trace_report where status = 'DRAFT' and created_by = 'importer1'");

        desk.open("/home");
        desk.page().getByRole(AriaRole.LINK, exactly(drafts + " 暂存")).click();

        assertThat(desk.page().locator("[id='query:status']")).hasValue("DRAFT");
        assertThat(desk.page().locator("main")).containsText(number);
        assertThat(desk.page().getByText("共 " + drafts + " 条")).isVisible();
    }

    @Test
    @Tag("E2")
    void forged_values_of_grey_fields_are_ignored() {
        var desk = importer1();
        desk.fileOn("切达干酪");
        var name = desk.grey("食品名称").innerText();
        desk.page().evaluate("""
                () => ['foodName', 'quantity', 'uscc', 'status', 'declarationCustoms', 'goodsCode'].forEach(name => {
                    const forged = document.createElement('input');
                    forged.name = 'report:' + name;
                    forged.value = 'FORGED';
                    document.getElementById('report').append(forged);
                    const bare = forged.cloneNode();
                    bare.name = name;
                    document.getElementById('report').append(bare);
                })""");
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存");

        desk.open("/trace/" + desk.grey("统一编号").innerText());

        assertThat(desk.grey("食品名称")).hasText(name);
        assertThat(desk.grey("当前状态")).hasText("暂存");
        assertThat(desk.page().content()).doesNotContain("FORGED");
    }

    @Test
    @Tag("L5")
    void after_signing_out_nothing_is_shown_any_more() {
        var desk = importer1();
        desk.open("/trace/list");
        desk.press("安全退出");
        desk.page().waitForURL(portal.url("/"));
        assertThat(portal.count("select count(*) from audit_event where action = 'identity.signOut'"))
                .isOne();

        desk.page().goBack();

        assertThat(desk.page().getByLabel("企业账户")).isVisible();
    }

    private static String decoded(BufferedImage image) throws NotFoundException, IOException {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        return new QRCodeMultiReader().decodeMultiple(bitmap)[0].getText();
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
