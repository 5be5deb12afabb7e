package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** The manual inside the portal: found from every page, whole in both languages, readable by anyone. */
class HelpIT {

    private static Portal portal;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("help");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @ParameterizedTest
    @Tag("C2")
    @CsvSource({
        "/, /help, 帮助",
        "/login, /help/signing-in, 进入或退出系统",
        "/scan, /help/scan, 扫码查看",
        "/public/info/law, /help/food-safety, 进出口食品安全信息",
        "/nothing, /help, 帮助",
        "/home, /help/workspace, 通用功能",
        "/trace/edit, /help/filing, 追溯填报",
        "/trace/several, /help/filing#several, 追溯填报",
        "/trace/list, /help/search, 追溯查询",
        "/recall/list, /help/recall, 召回管理",
        "/recall/voluntary, /help/recall#voluntary, 召回管理",
        "/drill/list, /help/recall#drill, 召回管理",
        "/org/agents, /help/agents, 委托与代理"
    })
    void every_page_leads_to_its_part_of_the_help(String path, String expected, String title) {
        var page = chromium.desktop();
        if (path.equals("/home") || path.matches("/(trace|recall|drill|org)/.*")) {
            new Workplace(portal, page).signedIn("importer1");
        }
        page.navigate(portal.url(path));
        var link = page.getByRole(AriaRole.BANNER).getByText("帮助", new Locator.GetByTextOptions().setExact(true));
        assertThat(link).hasAttribute("href", expected);
        page.navigate(portal.url(expected));
        new Workplace(portal, page).heading(title);
    }

    @ParameterizedTest
    @Tag("C2")
    @Tag("C3")
    @ValueSource(strings = {"zh", "en"})
    void the_help_is_whole_and_says_what_it_is_not(String language) {
        var page = chromium.desktop();
        page.navigate(portal.url("/language?to=" + language + "&back=/help"));
        var addresses = page.locator("main nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(addresses).hasSizeGreaterThan(30);
        for (var address : addresses) {
            page.navigate(portal.url(address));
            assertThat(page.locator(".disclaimer"))
                    .containsText(language.equals("zh") ? "不构成政策解读" : "no interpretation of policy");
            if (address.contains("#")) {
                assertThat(page.locator("h2" + address.substring(address.indexOf('#'))))
                        .hasCount(1);
            }
            assertThat(brokenPictures(page)).as(address).isEmpty();
        }
        assertThat(page.navigate(portal.url("/help/no-such-page")).status()).isEqualTo(404);
    }

    @Test
    @Tag("L6")
    void who_has_no_account_is_led_to_user_management() {
        var page = chromium.phone();
        page.navigate(portal.url("/login"));
        page.getByText("查看用户管理说明").click();
        page.waitForURL(portal.url("/help/preparation#user-management"));
        new Workplace(portal, page).heading("用户管理");
    }

    /** Pictures that do not load, or have another size than the page reserves for them. */
    private static List<?> brokenPictures(Page page) {
        page.waitForLoadState();
        return (List<?>) page.evaluate("""
                [...document.querySelectorAll('figure img')]
                    .filter(i => i.naturalWidth != i.getAttribute('width') || i.naturalHeight != i.getAttribute('height'))
                    .map(i => i.src)""");
    }
}
