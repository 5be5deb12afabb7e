package org.suyuan.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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

    /** A visitor with a window of this size and a browser in this language. */
    public Page visitor(int width, int height, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setAcceptDownloads(true));
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
