package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Video;
import org.suyuan.testing.Workplace;

/** 扫一扫 on a telephone: by camera, by photo and by hand, for the filer, for other importers and for the public. */
@Tag("S8")
class ScanIT {

    private static final String REFUSED = "这不是本系统的追溯二维码";

    private static Portal portal;
    private static Chromium chromium;
    private static String number;
    private static String token;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() {
        portal = Portal.training("scan");
        chromium = new Chromium();
        var desk = new Workplace(portal, chromium.desktop()).signedIn("importer1");
        desk.fileOn("全脂奶粉");
        desk.sell("12.5");
        desk.submit();
        desk.awaitStatus("海关入库成功");
        number = desk.grey("统一编号").innerText();
        token = await().atMost(Duration.ofMinutes(1))
                .until(() -> portal.query("select token from qr_code"), Objects::nonNull)
                .toString();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    /** Pages neither complain in the console nor ask other hosts. */
    @AfterEach
    void noFaults() {
        assertThat(faults).isEmpty();
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.onRequest(request -> {
            if (!request.url().matches("(https?://(localhost|portal\\.test):" + portal.port() + "/|data:|blob:).*")) {
                faults.add(request.url());
            }
        });
        return page;
    }

    private Workplace stranger() {
        return new Workplace(portal, watched(chromium.phone())).open("/scan");
    }

    private Workplace operator(String account) {
        return new Workplace(portal, watched(chromium.phone()))
                .signedIn(account)
                .open("/scan");
    }

    @Test
    void the_camera_opens_the_public_part_for_strangers_and_the_report_for_its_filer() throws Exception {
        var seen = Video.of(code(portal.url("/q/" + token)));
        try (var telephone = Chromium.seeing(seen)) {
            var page = watched(telephone.phone());
            var visitor = new Workplace(portal, page).open("/scan");
            visitor.press("打开摄像头");
            page.waitForURL(portal.url("/q/" + token));
            assertThat(page.locator("main")).containsText("全脂奶粉");

            visitor.signedIn("importer1").open("/scan");
            visitor.press("打开摄像头");
            page.waitForURL(portal.url("/trace/" + number));
            visitor.heading("追溯详情");
        }
    }

    @Test
    void the_camera_refuses_a_code_of_others_and_can_be_closed() throws Exception {
        try (var telephone = Chromium.seeing(Video.of(code("https://example.org/q/" + token)))) {
            var visitor = new Workplace(portal, watched(telephone.phone())).open("/scan");
            visitor.press("打开摄像头");
            assertThat(visitor.page().getByRole(AriaRole.ALERT).first()).containsText(REFUSED);
        }
        try (var telephone = Chromium.seeing(Video.of(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB)))) {
            var visitor = new Workplace(portal, watched(telephone.phone())).open("/scan");
            visitor.press("打开摄像头");
            assertThat(visitor.page().getByRole(AriaRole.STATUS)).containsText("放在画面中间");
            visitor.press("关闭摄像头");
            assertThat(visitor.page().locator("video")).isHidden();
        }
    }

    @Test
    void without_camera_permission_or_https_the_page_says_why() {
        var visitor = stranger();
        visitor.press("打开摄像头");
        assertThat(visitor.page().getByRole(AriaRole.STATUS)).containsText("没有找到可用的摄像头");

        try (var telephone = Chromium.forbidding()) {
            var page = watched(telephone.phone());
            new Workplace(portal, page).open("/scan").press("打开摄像头");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("没有使用摄像头的权限");

            page.navigate("http://portal.test:" + portal.port() + "/scan");
            new Workplace(portal, page).press("打开摄像头");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("不是 https");
        }
    }

    @Test
    void a_photo_opens_the_public_part_for_strangers_and_the_report_for_its_filer() throws Exception {
        var photo = png(code(portal.url("/q/" + token)));
        var visitor = stranger();
        sends(visitor, photo);
        visitor.page().waitForURL(portal.url("/q/" + token));

        var filer = operator("importer1");
        sends(filer, photo);
        filer.page().waitForURL(portal.url("/trace/" + number));

        var other = operator("importer2");
        sends(other, photo);
        other.page().waitForURL(portal.url("/q/" + token));
        assertThat(other.page().content()).doesNotContain(number);
    }

    @Test
    void a_photo_that_shows_no_code_of_ours_is_refused_with_its_reason() throws Exception {
        var visitor = stranger();
        sends(visitor, png(code("https://example.org/q/" + token)));
        assertThat(refusal(visitor)).containsText(REFUSED);
        sends(visitor, png(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB)));
        assertThat(refusal(visitor)).containsText("没有找到二维码");
        sends(visitor, "no picture".getBytes());
        assertThat(refusal(visitor)).containsText("无法读取这个文件");
    }

    @Test
    void a_photo_that_is_too_large_is_refused_before_and_after_it_is_sent() throws Exception {
        var visitor = stranger();
        var large = Files.write(Files.createTempFile("large-", ".png"), new byte[16 << 20]);
        visitor.page().getByLabel("二维码照片").setInputFiles(large);
        visitor.press("识别照片");
        assertThat(visitor.page().locator("#photoTold")).containsText("超过15 MB");

        visitor.page().evaluate("document.getElementById('photoForm').dataset.most = 1e9");
        visitor.press("识别照片");
        assertThat(refusal(visitor)).containsText("超过15 MB");
    }

    @Test
    void a_typed_code_opens_the_public_part_for_strangers_and_the_report_for_its_filer() {
        var visitor = stranger();
        types(visitor, "  " + token + " ");
        visitor.page().waitForURL(portal.url("/q/" + token));

        var filer = operator("importer1");
        types(filer, portal.url("/q/" + token));
        filer.page().waitForURL(portal.url("/trace/" + number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "https://example.org/q/%s", "%s_", "/q/%s", "\"><script>alert(1)</script>", "二维码"})
    void a_typed_code_that_is_not_ours_is_refused_with_one_message(String text) {
        var visitor = stranger();
        types(visitor, text.formatted(token));
        assertThat(refusal(visitor)).containsText(REFUSED);
        assertThat(visitor.page().getByLabel("二维码下方的网址")).hasValue(text.formatted(token));
    }

    @Test
    void the_page_can_be_put_on_the_home_screen() {
        var page = stranger().page();
        var manifest = page.request()
                .get(portal.url(page.locator("link[rel=manifest]").getAttribute("href")))
                .text();
        assertThat(manifest).contains("\"start_url\":\"/scan\"", "进口食品追溯召回");
        for (var icon : manifest.split("\"src\":\"")) {
            if (icon.startsWith("/")) {
                var answer = page.request().get(portal.url(icon.substring(0, icon.indexOf('"'))));
                assertThat(answer.headers()).containsEntry("content-type", "image/png");
            }
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static void sends(Workplace visitor, byte[] photo) {
        visitor.page().getByLabel("二维码照片").setInputFiles(new FilePayload("photo.png", "image/png", photo));
        visitor.press("识别照片");
    }

    private static void types(Workplace visitor, String text) {
        visitor.page().getByLabel("二维码下方的网址").fill(text);
        visitor.press("查看");
    }

    private static Locator refusal(Workplace visitor) {
        return visitor.page().locator("#refusal");
    }

    private static BufferedImage code(String text) throws WriterException {
        return MatrixToImageWriter.toBufferedImage(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
