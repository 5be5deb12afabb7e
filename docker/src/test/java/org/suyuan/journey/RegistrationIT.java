package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** From 注册 to the first sign-in, and what the administrator of an enterprise does for the others. */
class RegistrationIT {

    private static final String PASSWORD = "chaye-lanzi-77-guoyuan";

    private static Portal portal;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        portal = Portal.start("registration", Map.of());
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @Test
    @Tag("U6")
    @Tag("U9")
    @Tag("U10")
    void the_staff_release_the_first_account_which_opens_and_closes_the_others() throws Exception {
        var page = chromium.desktop();
        register(page, "Fujian.Lin");
        assertThat(page.locator(".messages")).containsText("待审核");
        signIn(page, "fujian.lin", PASSWORD);
        assertThat(page.locator(".messages")).containsText("企业账户或密码不正确");

        try (var console = portal.console()) {
            assertThat(console.attribute("Registrations", "Waiting"))
                    .asInstanceOf(InstanceOfAssertFactories.array(String[].class))
                    .singleElement()
                    .asString()
                    .startsWith("fujian.lin | 91350100M000100Y43 | 福建示例食品有限公司 | 林晓 | 13812345678 | ");
            console.call("Registrations", "release", "fujian.lin");
        }
        signIn(page, "Fujian.Lin", PASSWORD);
        assertThat(page).hasURL(portal.url("/workspace"));
        nobodyElseLocksTheOwnerOut(page);

        var desk = new Workplace(portal, page).open("/org/operators");
        desk.press("新增操作员");
        var dialog = desk.dialog("新增操作员");
        dialog.getByLabel("企业账户").fill("fujian.chen");
        dialog.getByLabel("姓名").fill("陈静");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        var firstPassword = desk.dialog("初始密码").locator("code").last().innerText();

        var other = chromium.phone();
        signIn(other, "fujian.chen", firstPassword);
        assertThat(other).hasURL(portal.url("/account/password"));
        other.navigate(portal.url("/trace/edit"));
        assertThat(other).hasURL(portal.url("/account/password"));
        changePassword(other, firstPassword, "password123", "新密码：应为 8 至 128 个字符");
        changePassword(other, "wrong", "qinghai-lake-salt-9", "当前密码不正确");
        changePassword(other, firstPassword, "qinghai-lake-salt-9", "密码已修改");
        other.navigate(portal.url("/trace/edit"));
        assertThat(other).hasURL(portal.url("/trace/edit"));
        assertThat(other.navigate(portal.url("/org/operators")).status()).isEqualTo(403);

        desk.open("/org/operators");
        desk.press("停用 fujian.chen");
        assertThat(desk.message()).containsText("已停用");
        other.navigate(portal.url("/trace/edit"));
        assertThat(other).hasURL(Pattern.compile(".*/login\\?target=.*"));
        signIn(other, "fujian.chen", "qinghai-lake-salt-9");
        assertThat(other.locator(".messages")).containsText("企业账户或密码不正确");
    }

    /** Somebody guesses from the same address until nobody new may try any more. */
    private static void nobodyElseLocksTheOwnerOut(Page owner) {
        var stranger = chromium.desktop();
        for (int i = 0; i < 11; i++) {
            signIn(stranger, "fujian.lin", "guess " + i);
            assertThat(stranger.locator(".messages")).containsText(i < 10 ? "企业账户或密码不正确" : "登录失败次数过多");
        }
        signIn(stranger, "fujian.lin", PASSWORD);
        assertThat(stranger.locator(".messages")).containsText("登录失败次数过多");
        new Workplace(portal, owner).press("安全退出");
        assertThat(owner).hasURL(portal.url("/"));
        signIn(owner, "fujian.lin", PASSWORD);
        assertThat(owner).hasURL(portal.url("/workspace"));
    }

    private static void register(Page page, String account) {
        page.navigate(portal.url("/"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("注册")).click();
        page.getByLabel("统一社会信用代码").fill("91350100M000100Y44");
        page.getByLabel("企业名称").fill("福建示例食品有限公司");
        page.getByLabel("申请地海关").selectOption("2200");
        page.getByLabel("姓名").fill("林晓");
        page.getByLabel("联系电话").fill("138 1234 5678");
        page.getByLabel("企业账户").fill(account);
        page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("再次输入新密码").fill(PASSWORD);
        var go = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交注册"));
        go.click();
        assertThat(page.locator(".ui-message-error")).containsText(new String[] {"统一社会信用代码不正确", "请阅读并同意用户协议"});
        page.getByLabel("统一社会信用代码").fill("91350100M000100Y43");
        page.getByLabel("我已阅读并同意用户协议").check();
        go.click();
        assertThat(page).hasURL(portal.url("/login"));
    }

    private static void signIn(Page page, String account, String password) {
        page.navigate(portal.url("/login"));
        page.getByLabel("企业账户").fill(account);
        page.getByLabel("密码").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登录").setExact(true))
                .click();
    }

    private static void changePassword(Page page, String current, String chosen, String said) {
        page.getByLabel("当前密码").fill(current);
        page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill(chosen);
        page.getByLabel("再次输入新密码").fill(chosen);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存新密码"))
                .click();
        assertThat(page.locator(".messages, .ui-message-error").getByText(said).first())
                .isVisible();
    }
}
