package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/**
 * Takes the pictures of the help pages anew, in both languages, from a portal in training mode, and puts them into the
 * web module. No test, so that it runs only when it is asked for:
 *
 * <pre>mvn verify -DskipPostgreSql=true -Dit.test=HelpPictures -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
class HelpPictures {

    private static final Path FOLDER = Path.of("../web/src/main/webapp/resources/help");
    private static final int WIDTH = 1180;

    private static Portal portal;
    private static Chromium chromium;

    private String language;
    private Page page;

    @BeforeAll
    static void start() {
        portal = Portal.training("pictures");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({"zh, zh-CN", "en, en-GB"})
    void take(String portalLanguage, String browserLanguage) throws IOException {
        language = portalLanguage;
        page = chromium.visitor(WIDTH, 640, browserLanguage);
        open("/language?to=" + language + "&back=/");
        picture("entrance", 520);
        signIn();
        file();
        find();
        recall();
        onTheTelephone(browserLanguage);
    }

    private void signIn() throws IOException {
        open("/workspace");
        picture("login", 560);
        page.fill("[id='signIn:account']", "importer1");
        page.fill("[id='signIn:password']", Workplace.PASSWORD);
        page.click("[id='signIn:go']");
        assertThat(page.frameLocator("iframe").locator("#declarations tbody a").first())
                .isVisible();
        picture("home", 640);
        page.click("#fold");
        picture("folded", 400);
        page.click("#fold");
        page.click(".menu a[href$='/trace/edit']");
        page.click(".menu a[href$='/scan']");
        page.click(".menu a[href$='/trace/list']");
        page.click("#closeTabs");
        picture("tabs", 400);
        open("/home");
        page.locator("#declarations a[href*='/trace/several']").first().click();
        page.locator("td input[type='checkbox']").first().check();
        picture("several", 700);
        open("/home");
    }

    private void file() throws IOException {
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("全脂奶粉"))
                .locator("a[href*='/trace/edit']")
                .first()
                .click();
        var line = page.locator("#pickerDialog tbody tr").filter(new Locator.FilterOptions().setHasText("全脂奶粉"));
        line.locator("input").check();
        picture("picker", 520);
        page.click("[id='pick:confirm']");
        assertThat(page.locator("#pickerDialog")).isHidden();
        page.click("[id='report:addSale']");
        page.fill("[id='sale:buyerName']", "福建示例食品有限公司");
        page.fill("[id='sale:buyerUscc']", "91350100M000100Y44");
        page.press("[id='sale:buyerUscc']", "Tab");
        assertThat(page.locator("[id='sale:buyerUsccMessage']")).isVisible();
        page.focus("[id='sale:buyerUscc']");
        picture("entry", 640);
        page.fill("[id='sale:buyerUscc']", "91350100M000100Y43");
        page.fill("[id='sale:buyerAddress']", "福建省福州市鼓楼区示例路1号");
        page.fill("[id='sale:buyerContact']", "13812345678");
        page.fill("[id='sale:soldQuantity']", "12.5");
        page.fill(
                "[id='sale:deliveryDate']",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        assertThat(page.locator("[id='sale:buyerUsccMessage']")).isHidden();
        picture("sale", 600);
        page.click("[id='sale:confirm']");
        assertThat(page.locator("#saleDialog")).isHidden();
        page.click("[id='report:save']");
        assertThat(page.locator("[id='report:messages'] li")).isVisible();
        page.evaluate("scrollTo(0, 0)");
        picture("filing", 1000);
        page.click("[id='report:submit']");
        assertThat(page.locator("#submitDialog")).isVisible();
        picture("confirm", 520);
        page.click("[id='submitForm:confirm']");
        page.waitForURL("**/trace/FT*");
    }

    private void find() throws IOException {
        await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> {
            page.reload();
            return page.locator("#qrDialog img").count() > 0;
        });
        picture("detail", 1080);
        open("/trace/list");
        page.setViewportSize(1366, 640);
        picture("list", 640);
        page.setViewportSize(WIDTH, 600);
        page.locator("[id='hits:rows'] a[id$='qr']").first().click();
        assertThat(page.locator("#qrContent img")).isVisible();
        picture("qr", 600);
    }

    private void recall() throws IOException {
        open("/recall/list");
        page.setViewportSize(1366, 640);
        picture("recalls", 640);
        page.locator("[id='hits:rows'] td.code a").first().click();
        page.waitForURL("**/recall/*");
        picture("recall", 1100);
    }

    private void onTheTelephone(String browserLanguage) throws IOException {
        page = chromium.visitor(390, 760, browserLanguage);
        open("/language?to=" + language + "&back=/scan");
        picture("scanning", 760);
        open("/q/" + portal.query("select token from qr_code"));
        picture("scanned", 760);
    }

    private void open(String path) {
        page.navigate(portal.url(path));
    }

    /** Chromium itself packs the picture as WebP. */
    private void picture(String name, int height) throws IOException {
        page.setViewportSize(page.viewportSize().width, height);
        page.waitForTimeout(800); // dialogs fade in
        var shot = Base64.getEncoder().encodeToString(page.screenshot());
        var paper = chromium.visitor(100, 100, "en");
        var packed = (String) paper.evaluate("""
                async shot => {
                    const image = new Image();
                    image.src = 'data:image/png;base64,' + shot;
                    await image.decode();
                    const canvas = document.createElement('canvas');
                    canvas.width = image.naturalWidth;
                    canvas.height = image.naturalHeight;
                    canvas.getContext('2d').drawImage(image, 0, 0);
                    return canvas.toDataURL('image/webp', 0.65).split(',')[1];
                }""", shot);
        paper.context().close();
        var folder = Files.createDirectories(FOLDER.resolve(language));
        Files.write(folder.resolve(name + ".webp"), Base64.getDecoder().decode(packed));
    }
}
