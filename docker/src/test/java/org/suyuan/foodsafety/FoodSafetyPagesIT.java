package org.suyuan.foodsafety;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;

/** The food-safety pages in a browser: tabs, conditions, charts, facets and links, with scripts and without. */
@Tag("F16")
class FoodSafetyPagesIT {

    private static Portal portal;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("foodsafetypages");
        chromium = new Chromium();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.count("select count(*) from food_safety_notice") == 98);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"law", "standard", "risk", "denied"})
    @Tag("Q2")
    @Tag("Q8")
    void without_scripts_every_link_of_a_tab_leads_to_a_page_and_facets_and_charts_find_what_they_count(String tab) {
        var page = withoutScripts();
        page.navigate(portal.url("/public/info/" + tab));
        assertThat(page.locator(".infoTabs a")).hasCount(4);
        assertThat(page.locator(".hit").first()).isVisible();
        for (var links : List.of("nav.facets li", ".chartGrid tbody tr")) {
            var counted = page.locator(links).all().stream()
                    .limit(60)
                    .map(row -> new String[] {
                        row.locator("a").getAttribute("href"),
                        row.locator("span, td").last().innerText()
                    })
                    .toList();
            for (var row : counted) {
                var narrowed = page.context().newPage();
                narrowed.navigate(portal.url(row[0]));
                assertThat(narrowed.locator("p[role=status]")).containsText(" " + row[1].strip() + " ");
                narrowed.close();
            }
        }
        var addresses = page.locator("#main a").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(address -> address.startsWith("/") && !address.contains("/csv"))
                .distinct()
                .toList();
        assertThat(addresses).hasSizeGreaterThan(25);
        for (var address : addresses) {
            assertThat(page.request().get(portal.url(address)).status())
                    .as(address)
                    .isEqualTo(200);
        }
        page.context().close();
    }

    @Test
    void a_chart_filters_the_list_from_the_keyboard_and_without_a_full_load() {
        var page = chromium.desktop();
        var complaints = complaints(page);
        page.navigate(portal.url("/public/info/denied"));
        page.evaluate("window.stays = true");
        var months = page.locator(".months a");
        assertThat(months).hasCount(10);
        var month = months.first().locator(".value").innerText();
        months.first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".chosen a")).hasText(month + " ×");
        assertThat(page.locator("p[role=status]")).containsText("共 2 条");
        assertThat(page.locator(".hit")).hasCount(2);
        page.locator(".bars a").first().click();
        assertThat(page.locator(".chosen a")).hasCount(2);
        assertThat((Boolean) page.evaluate("window.stays")).isTrue();
        page.goBack();
        assertThat(page.locator(".chosen a")).hasCount(1);
        page.locator(".chosen a").click();
        assertThat(page.locator("p[role=status]")).containsText("共 24 条");
        assertThat(complaints).isEmpty();
    }

    @Test
    @Tag("Q7")
    void a_wrong_condition_is_named_and_an_effective_day_is_one() {
        var page = chromium.desktop();
        page.navigate(portal.url("/public/info/law?effectiveFrom=2020-01-01&from=soon"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("发布日期从: 日期应为 2026-11-20 的形式");
        assertThat(page.getByLabel("施行日期从")).hasValue("2020-01-01");
        page.navigate(portal.url("/public/info/law"));
        page.getByLabel("施行日期从").fill("2020-01-01");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询"))
                .click();
        assertThat(page.locator("p[role=status]"))
                .containsText("共 "
                        + portal.count("select count(*) from food_safety_notice where category = 'LAW'"
                                + " and effective_on >= date '2020-01-01'")
                        + " 条");
    }

    @Test
    @Tag("Q8")
    void a_notice_has_one_address_and_leads_to_its_data_and_its_source() {
        var page = withoutScripts();
        page.navigate(portal.url("/public/info/law?q=食品安全法"));
        page.locator(".hit a").first().click();
        var address = page.locator("link[rel=canonical]").getAttribute("href");
        assertThat(address).matches(".*/public/info/law/[0-9]+");
        assertThat(page.url()).startsWith(address);
        assertThat(page.request()
                        .get(page.locator("link[rel=alternate]")
                                .getAttribute("href")
                                .replaceFirst("^/", portal.url("/")))
                        .text())
                .contains(page.locator("h1").innerText().strip());
        assertThat(page.getByText("查看原文")).isVisible();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void on_a_telephone_nothing_runs_over_the_edge_and_all_can_be_pressed(String language) {
        var page = chromium.visitor(360, 740, "zh-CN");
        page.navigate(portal.url("/language?to=" + language + "&back=/public/info/denied"));
        for (var path : List.of("/public/info/law", "/public/info/risk", "/public/info/denied", "/help/open-data")) {
            page.navigate(portal.url(path));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isEqualTo(true);
            assertThat((List<?>) page.evaluate("[...document.querySelectorAll('.months a, .bars a')].filter(a =>"
                            + " a.offsetParent).map(a => a.getBoundingClientRect()).filter(r =>"
                            + " r.width < 24 || r.height < 24)"))
                    .as(path)
                    .isEmpty();
        }
    }

    private static Page withoutScripts() {
        return chromium.withoutScripts();
    }

    private static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }
}
