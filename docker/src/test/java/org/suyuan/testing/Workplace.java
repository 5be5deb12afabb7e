package org.suyuan.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** An operator at the portal's pages, who finds everything by its visible Chinese label. */
public record Workplace(Portal portal, Page page) {

    public static final String PASSWORD = "Suyuan-2026";

    /** Signs in and is at the home page of the enterprise. */
    public Workplace signedIn(String account) {
        open("/home");
        page.getByLabel("企业账户").fill(account);
        page.getByLabel("密码").fill(PASSWORD);
        press("登录");
        heading("首页");
        return this;
    }

    /** At another address of the portal than the usual one. */
    public Workplace open(String origin, String path) {
        page.navigate(origin + path);
        return this;
    }

    /** Opens a page and waits until it is painted; until then Chromium drops what is typed. */
    public Workplace open(String path) {
        page.navigate(portal.url(path));
        page.evaluate("() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))");
        return this;
    }

    /** Opens the form from the first of 最近报关单 whose goods bear this in their name, and picks that item. */
    public void fileOn(String goodsName) {
        var declaration = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(goodsName))
                .first();
        until(declaration::isVisible, () -> open("/home"));
        declaration
                .getByText("填报", new Locator.GetByTextOptions().setExact(true))
                .click();
        pick(goodsName);
    }

    /** Ticks an item in the picker 商品信息 and takes it over. */
    public void pick(String goodsName) {
        var picker = dialog("商品信息");
        picker.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(goodsName))
                .getByRole(AriaRole.CHECKBOX)
                .check();
        confirm(picker);
        assertThat(grey("食品名称")).containsText(goodsName);
    }

    /** Adds a row of 销售信息. */
    public void sell(String quantity) {
        press("新增");
        var sale = dialog("销售信息");
        sale.getByLabel("经销商名称（销售对象）").fill("福建示例食品有限公司");
        sale.getByLabel("经销商统一社会信用代码").fill("91350100M000100Y43");
        sale.getByLabel("地址").fill("福建省福州市鼓楼区示例路1号");
        sale.getByLabel("联系方式").fill("13812345678");
        sale.getByLabel("销售数量").fill(quantity);
        sale.getByLabel("交货日期").fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        confirm(sale);
    }

    /** 提交 with its second question; afterwards the detail page shows the report. */
    public void submit() {
        press("提交");
        confirm(dialog("确认提交"));
        heading("追溯详情");
    }

    /** Looks at the open detail page again and again until it shows this status. */
    public void awaitStatus(String status) {
        until(() -> grey("当前状态").innerText().equals(status), page::reload);
    }

    /** Looks again and again, for a minute, until the page shows what is expected. */
    private void until(BooleanSupplier expected, Runnable lookAgain) {
        await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> {
            lookAgain.run();
            return expected.getAsBoolean();
        });
    }

    public Locator dialog(String name) {
        var dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible();
        return dialog;
    }

    public static void confirm(Locator dialog) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        assertThat(dialog).isHidden();
    }

    /** A field that the system fills in; the first of this label on the page. */
    public Locator grey(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    /** Presses a button and waits until the answer is in the page, so that it overwrites nothing typed next. */
    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        answered();
    }

    /** Waits until no answer is under way that would overwrite what is typed next. */
    public void answered() {
        page.waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
    }

    public void heading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("^" + text))))
                .isVisible();
    }

    /** What the page says after an act. */
    public Locator message() {
        return page.locator(".messages");
    }

    /** What a page says, but for the number of the request. */
    public static String answer(Page page) {
        return page.locator("main").innerText().replaceFirst("[0-9a-f-]{36}", "");
    }
}
