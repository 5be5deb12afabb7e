package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** What all pages share: their look, their scripts and styles, and what is shown when one of them breaks. */
class PagesIT {

    private static final String DARK = "rgb(16, 22, 29)";
    private static final String LIGHT = "rgb(243, 246, 249)";

    private static Portal portal;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("pages");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @Test
    void the_dark_look_comes_at_once_to_all_pages_keeps_what_is_typed_and_stays() {
        var page = chromium.desktop();
        new Workplace(portal, page).signedIn("importer1").open("/trace/edit");
        page.getByLabel("报关单号").fill("53012026");
        var other = page.context().newPage();
        other.navigate(portal.url("/help"));

        dark(page).press("Enter");

        for (var open : new Page[] {page, other}) {
            assertThat(open.locator("body")).hasCSS("background-color", DARK);
            assertThat(dark(open)).hasAttribute("aria-pressed", "true");
        }
        assertThat(page.getByLabel("报关单号")).hasValue("53012026");
        other.navigate(portal.url("/nothing"));
        assertThat(other.locator("link#dark")).hasAttribute("media", "all");
        assertThat(other.locator("body")).hasCSS("background-color", DARK);

        dark(other).press("Enter");

        assertThat(page.locator("body")).hasCSS("background-color", LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("body")).hasCSS("background-color", DARK);
    }

    @Test
    void scripts_and_styles_are_kept_for_a_year_under_an_address_that_tells_their_content() {
        var page = chromium.desktop();
        var answers = new ArrayList<Response>();
        page.onResponse(answers::add);
        page.navigate(portal.url("/login"));

        var assets = answers.stream()
                .filter(answer -> answer.url().contains("/jakarta.faces.resource/"))
                .toList();
        assertThat(assets).hasSizeGreaterThan(8).allSatisfy(asset -> {
            assertThat(asset.url()).contains("sum=");
            assertThat(asset.headerValue("cache-control")).isEqualTo("max-age=31536000, immutable");
        });
        assertThat(assets)
                .filteredOn(asset -> asset.url().matches(".*(suyuan|components|theme)\\.(js|css).*"))
                .hasSize(5)
                .allSatisfy(asset ->
                        assertThat(asset.headerValue("content-encoding")).isEqualTo("gzip"));
    }

    @Test
    void a_page_that_breaks_while_it_is_written_becomes_an_error_page_whose_scripts_run() {
        var page = chromium.desktop();
        var desk = new Workplace(portal, page).signedIn("importer1");
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        portal.execute("alter table declaration rename to declaration_away");
        try {
            assertThat(page.navigate(portal.url("/home")).status()).isEqualTo(500);
        } finally {
            portal.execute("alter table declaration_away rename to declaration");
        }
        desk.heading("系统出错");
        dark(page).press("Enter");
        assertThat(page.locator("body")).hasCSS("background-color", DARK);
        assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static Locator dark(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("深色"));
    }
}
