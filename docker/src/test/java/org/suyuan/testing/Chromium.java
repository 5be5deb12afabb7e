package org.suyuan.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ClientCertificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Chromium, without a window. Each visitor has a session of his own. */
public final class Chromium implements AutoCloseable {

    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000); // a camera that starts on a busy machine took 5 s
    }

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    /** A computer without a camera. */
    public Chromium() {
        this(List.of());
    }

    private Chromium(List<String> more) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("suyuan.chromium", "/usr/bin/chromium")))
                        .setHeadless(true)
                        .setArgs(Stream.of(SWITCHES, more).flatMap(List::stream).toList()));
    }

    /** A telephone whose camera sees this video (Y4M), over and over, and whose owner allows it. */
    public static Chromium seeing(Path video) {
        return new Chromium(List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + video));
    }

    /** A telephone with a camera whose owner allows nothing; {@code portal.test} leads to this machine. */
    public static Chromium forbidding() {
        return new Chromium(
                List.of("--use-fake-device-for-media-stream", "--host-resolver-rules=MAP portal.test 127.0.0.1"));
    }

    /** A visitor at a desk. */
    public Page desktop() {
        return visitor(1366, 768, "zh-CN");
    }

    /** A visitor with a telephone. */
    public Page phone() {
        return visitor(390, 844, "zh-CN");
    }

    /** A visitor at a desk whose browser runs no scripts. */
    public Page withoutScripts() {
        return open(options(1366, 768, "zh-CN").setJavaScriptEnabled(false));
    }

    /** A visitor with a window of this size and a browser in this language. */
    public Page visitor(int width, int height, String language) {
        return open(options(width, height, language));
    }

    /** A visitor at a desk who takes the certificate of a test portal for good. */
    public Page trusting(int width, int height) {
        return open(options(width, height, "zh-CN").setIgnoreHTTPSErrors(true));
    }

    /** The same, with a card that the browser shows to this address: a key in PKCS #12. */
    public Page withCertificate(String origin, Path file, String password) {
        var certificate = new ClientCertificate(origin).setPfxPath(file).setPassphrase(password);
        return open(options(1366, 768, "zh-CN").setIgnoreHTTPSErrors(true).setClientCertificates(List.of(certificate)));
    }

    private static Browser.NewContextOptions options(int width, int height, String language) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setAcceptDownloads(true);
    }

    private Page open(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
