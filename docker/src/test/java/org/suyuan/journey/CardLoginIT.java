package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.testing.CardReader;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** 卡介质登录 in a real browser, with RSA and EC keys in SoftHSM and an SM2 key in software. */
@Tag("L3")
class CardLoginIT {

    private static final String PIN = "88888888";
    private static final int PORT = Portal.freePort();

    private static Portal portal;
    private static CardReader reader;
    private static Chromium chromium;

    private final List<String> posted = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        portal = Portal.start(
                "cards",
                Map.of(
                        "SUYUAN_TRAINING", "true",
                        "SUYUAN_TRAINING_ANSWERS", "false",
                        "SUYUAN_FILING_POLICY", "STRICT",
                        "SUYUAN_CARD_CONTROL", "ws://127.0.0.1:" + PORT));
        reader = new CardReader(portal, PORT);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        reader.close();
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({"importer1-rsa, importer1", "importer1-ec, importer1"})
    @DisplayName("RSA and EC cards sign in, the header says so, and the PIN stays on the machine")
    void rsaAndEcCardsSignIn(String card, String account) {
        reader.insert(card);
        var desk = atTheSignIn();
        enter(desk, PIN);

        desk.heading("首页");
        assertThat(desk.page().locator(".kind")).hasText("卡介质登录");
        assertThat(posted).isNotEmpty().noneMatch(body -> body.contains(PIN));
        assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
        assertThat(portal.count(
                        "select count(*) from audit_event where action = 'identity.signIn' and actor = ? and card is not null",
                        account))
                .isPositive();
    }

    @Test
    @Tag("U10")
    @Tag("L5")
    @Tag("A3")
    @DisplayName(
            "Under STRICT, with an SM2 card one files a report, which bears the card, and signs out; what the card signed is worth nothing more")
    void anSm2CardFilesAndSignsOut() {
        reader.insert("importer1-sm2");
        var desk = atTheSignIn();
        enter(desk, PIN);
        desk.heading("首页");
        desk.fileOn("全脂奶粉");
        desk.sell("10");
        desk.submit();
        assertThat(portal.query("select card from audit_event where action = 'trace.submit' and actor = 'importer1'"))
                .isEqualTo("202600000003");

        desk.press("安全退出");
        desk.page().waitForURL(portal.url("/"));
        desk.open("/home").page().waitForURL(Pattern.compile("/login"));

        var answer = posted.stream()
                .filter(body -> body.contains("signature="))
                .findFirst()
                .orElseThrow();
        desk.open("/login?way=card");
        desk.page()
                .evaluate(
                        "answer => answerCardChallenge(answer)",
                        Stream.of("certificate", "signature")
                                .map(name -> Map.of("name", name, "value", field(answer, name)))
                                .toList());
        assertThat(desk.message()).containsText("本次登录验证已使用");
    }

    @Test
    @Tag("U7")
    @DisplayName("The staff bind a card to an account of its enterprise, and take it out of use for ever")
    void theStaffBindAndUnbindACard() throws Exception {
        var file = KeyStore.getInstance("PKCS12");
        try (var content = Files.newInputStream(portal.home().resolve("training/cards/unbound.p12"))) {
            file.load(content, PIN.toCharArray());
        }
        var certificate = (X509Certificate) file.getCertificate("unbound");
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        var serial = certificate.getSerialNumber().toString(16);
        reader.insert("unbound");
        var desk = atTheSignIn();
        enter(desk, PIN);
        assertThat(desk.message()).containsText("这张卡没有绑定企业账户");
        try (var console = portal.console()) {
            assertThatThrownBy(() -> console.call("Cards", "bind", "importer1", pem))
                    .hasRootCauseMessage("The card with serial number " + serial
                            + " is not one of 上海溯源进口食品有限公司（测试）. Check the card and the account.");
            console.call("Cards", "bind", "importer2", pem);
            enter(desk, PIN);
            desk.heading("首页");

            console.call("Cards", "unbind", serial);
            desk.open("/home").page().waitForURL(Pattern.compile("/login"));
            assertThat(desk.message()).containsText("系统已退出登录。这张卡没有绑定企业账户");
            assertThatThrownBy(() -> console.call("Cards", "bind", "importer2", pem))
                    .rootCause()
                    .hasMessageContaining("is bound, or was once");
            assertThat(console.attribute("Cards", "Bound"))
                    .asInstanceOf(InstanceOfAssertFactories.array(String[].class))
                    .hasSize(6)
                    .noneMatch(line -> line.contains(serial));
        }
        desk.open("/login?way=card");
        enter(desk, PIN);
        assertThat(desk.message()).containsText("这张卡没有绑定企业账户");
    }

    @Test
    @Tag("A3")
    @DisplayName("With the card of a broker one files for the principal")
    void aBrokerFilesForThePrincipal() {
        reader.insert("agent1-ec");
        var desk = atTheSignIn();
        enter(desk, PIN);
        desk.heading("首页");
        desk.press("选择委托企业");
        desk.press("上海溯源进口食品有限公司（测试）");
        desk.page().waitForURL(portal.url("/workspace"));
        desk.open("/home").fileOn("橄榄油");
        desk.sell("3");
        desk.submit();
        assertThat(portal.rows(
                        "select actor, card from audit_event where action = 'trace.submit' and actor = 'agent1'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("card", "202600000004"));
        desk.press("安全退出");
        desk.page().waitForURL(portal.url("/"));
    }

    @Test
    @Tag("U7")
    @DisplayName("The administrator binds a card that signs for it, and learns why another is not bound")
    void theAdministratorBindsWithTheControl() {
        portal.execute("delete from card_certificate where card_number = '202600000003'");
        reader.insert("importer1-sm2");
        var desk = new Workplace(portal, chromium.desktop()).signedIn("admin1");
        desk.open("/org/cards").page().getByLabel("绑定到账户").selectOption("importer1");
        bind(desk, "12345678");
        told(desk, "卡密码不正确，还可以尝试 4 次");
        bind(desk, PIN);
        assertThat(desk.message()).containsText("卡已绑定到账户 importer1");
        assertThat(portal.count("select count(*) from card_certificate where card_number = '202600000003'"))
                .isOne();
        assertThat(portal.query("select actor from audit_event where action = 'identity.bindCard' order by id desc"))
                .isEqualTo("admin1");
        bind(desk, PIN);
        assertThat(desk.message()).containsText("已绑定或曾经绑定过");

        reader.insert("unbound");
        bind(desk, PIN);
        assertThat(desk.message()).containsText("不是“上海溯源进口食品有限公司（测试）”的卡，不能绑定");
        reader.insert("revoked");
        bind(desk, PIN);
        assertThat(desk.message()).containsText("卡证书已被吊销");
        assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static void bind(Workplace desk, String pin) {
        desk.page().getByLabel("卡密码").fill(pin);
        desk.press("绑定");
    }

    @Test
    @DisplayName("Without a list of revoked cards nobody signs in with one, nor stays signed in")
    void withoutAListNobodySignsIn() throws Exception {
        var list = portal.home().resolve("training/cards/general.crl");
        var away = list.resolveSibling("general.away");
        reader.insert("importer1-ec");
        var desk = atTheSignIn();
        enter(desk, PIN);
        desk.heading("首页");
        try (var console = portal.console()) {
            Files.move(list, away);
            console.call("Cards", "readLists");
            desk.open("/home").page().waitForURL(Pattern.compile("/login"));
            assertThat(desk.message()).containsText("系统已退出登录。暂时无法确认卡证书是否已被吊销");
            enter(desk, PIN);
            assertThat(desk.message()).containsText("暂时无法确认卡证书是否已被吊销，因此不能登录");
            Files.move(away, list);
            console.call("Cards", "readLists");
        }
        enter(desk, PIN);
        desk.heading("首页");
        desk.press("安全退出");
        desk.page().waitForURL(portal.url("/"));
    }

    @Test
    @DisplayName("Each thing that may be wrong is told in its own words")
    void eachFailureHasItsWords() {
        var desk = atTheSignIn();
        refused(desk, "expired", "卡证书已过期");
        refused(desk, "revoked", "卡证书已被吊销");
        refused(desk, "unbound", "这张卡没有绑定企业账户");
        refused(desk, "foreign", "不是本系统认可的机构颁发的");

        desk.press("登录");
        told(desk, "请输入卡密码");
        // locks the foreign card, which no other test uses
        for (var tries = 4; tries > 0; tries--) {
            enter(desk, "12345678");
            told(desk, "卡密码不正确，还可以尝试 " + tries + " 次");
        }
        enter(desk, "12345678");
        told(desk, "卡密码已锁定");
        enter(desk, PIN);
        told(desk, "卡密码已锁定");

        reader.eject();
        enter(desk, PIN);
        told(desk, "没有检测到卡");
        assertThat(
                        portal.rows(
                                "select distinct detail from audit_event where action = 'identity.cardRefused' order by detail"))
                .extracting(row -> ((String) row.get("detail")).replaceAll(":.*", ""))
                .contains("EXPIRED", "REVOKED", "UNBOUND", "UNKNOWN_ISSUER");
    }

    @Test
    @Tag("L5")
    @DisplayName("The session ends when the card is pulled out and when the control is closed")
    void theSessionEndsWithTheCard() {
        reader.insert("importer1-ec");
        var desk = atTheSignIn();
        enter(desk, PIN);
        desk.heading("首页");

        reader.eject();
        assertThat(desk.message()).containsText("系统已退出登录");
        desk.open("/home").page().waitForURL(Pattern.compile("/login"));

        reader.insert("importer1-ec");
        desk.open("/login?way=card");
        enter(desk, PIN);
        desk.page().waitForURL(portal.url("/workspace"));
        reader.close();
        assertThat(desk.message()).containsText("系统已退出登录");
        enter(desk, PIN);
        told(desk, "没有连接到卡控件");
        reader = new CardReader(portal, PORT);
    }

    private Workplace atTheSignIn() {
        var page = chromium.desktop();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onRequest(request -> {
            if (request.postData() != null) {
                posted.add(request.postData());
            }
        });
        var desk = new Workplace(portal, page).open("/home");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("卡介质登录"))
                .click();
        return desk;
    }

    private static void enter(Workplace desk, String pin) {
        desk.page().getByLabel("卡密码").fill(pin);
        desk.press("登录");
    }

    private static void refused(Workplace desk, String card, String words) {
        reader.insert(card);
        enter(desk, PIN);
        assertThat(desk.message()).containsText(words);
    }

    /** What the page says without asking the portal. */
    private static void told(Workplace desk, String words) {
        assertThat(desk.page().locator("[role=alert] #cardTold")).containsText(words);
    }

    private static String field(String body, String name) {
        return Stream.of(body.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
