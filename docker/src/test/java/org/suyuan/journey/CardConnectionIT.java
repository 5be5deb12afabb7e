package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.identity.card.CardOffice;
import org.suyuan.identity.card.CardOffice.IssuedCard;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** A portal that speaks https itself, and cards that the browser itself shows when it connects. */
class CardConnectionIT {

    private static final int TLS_PORT = Portal.freePort();
    private static final int CARD_PORT = Portal.freePort();
    private static final String CARD_ORIGIN = "https://localhost:" + CARD_PORT;

    private static Portal portal;
    private static CardOffice office;
    private static IssuedCard card;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        office = new CardOffice(Files.createTempDirectory("suyuan-office-"));
        card = office.card("good", "RSA", null);
        portal = Portal.start(
                "connections",
                Map.of(
                        "SUYUAN_TRAINING", "true",
                        "SUYUAN_TRAINING_ANSWERS", "false",
                        "SUYUAN_TLS_PORT", String.valueOf(TLS_PORT),
                        "SUYUAN_CARD_TLS_PORT", String.valueOf(CARD_PORT),
                        "SUYUAN_TLS_KEY_STORE", office.serverKey().toString(),
                        "SUYUAN_TLS_KEY_STORE_PASSWORD", CardOffice.PASSWORD,
                        "SUYUAN_CARD_TRUST_ANCHORS", office.anchors().toString(),
                        "SUYUAN_CARD_CRLS", office.list().toString()));
        try (var console = portal.console()) {
            console.call("Cards", "bind", "importer1", card.pem());
        }
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @Test
    @Tag("H8")
    @DisplayName("The portal speaks https with modern protocols only, and sends there who comes in the clear")
    void itSpeaksHttps() throws Exception {
        var page =
                client(null, null).send(request("https://localhost:" + TLS_PORT + "/login"), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));

        var plain = client(null, null).send(request(portal.url("/public/info/risk?word=1")), BodyHandlers.ofString());
        assertThat(plain.statusCode()).isEqualTo(301);
        assertThat(plain.headers().firstValue("Location"))
                .contains("https://localhost:" + TLS_PORT + "/public/info/risk?word=1");

        for (var port : new int[] {TLS_PORT, CARD_PORT}) {
            for (var cipher : new String[] {
                "TLS_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"
            }) {
                var old = new SSLParameters(new String[] {cipher}, new String[] {"TLSv1.2"});
                assertThatThrownBy(() -> client(null, old)
                                .send(request("https://localhost:" + port + "/"), BodyHandlers.discarding()))
                        .as(cipher)
                        .isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    @Tag("L3")
    @DisplayName("A card that the browser shows signs in; its session is good over connections of this card alone")
    void aSessionIsGoodOverConnectionsOfItsCard() throws Exception {
        var desk = at(chromium.withCertificate(CARD_ORIGIN, card.file(), CardOffice.PASSWORD));
        assertThat(desk.page().locator("#connected")).containsText("good");
        desk.press("登录");
        desk.page().waitForURL(CARD_ORIGIN + "/workspace");
        assertThat(desk.page().locator(".kind")).hasText("卡介质登录");
        assertThat(
                        portal.query(
                                "select detail from audit_event where action = 'identity.signIn' and card is not null and actor = 'importer1'"))
                .isEqualTo("card by mutual TLS, serial " + card.serial());
        var cookie = session(desk.page());

        assertThat(get(CARD_ORIGIN + "/home", card, cookie).statusCode()).isEqualTo(200);
        assertThat(get("https://localhost:" + TLS_PORT + "/home", null, cookie))
                .as("the other listener")
                .satisfies(answer -> assertThat(address(answer)).contains("/login?target=%2Fhome"));
        assertThat(get(CARD_ORIGIN + "/home", card, cookie).statusCode())
                .as("which ended nothing")
                .isEqualTo(200);

        var there = desk.page().locator("[data-card-connection]").getAttribute("data-card-connection");
        var asked = get(CARD_ORIGIN + there, card, cookie);
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Connection")).contains("close");
        assertThat(get(CARD_ORIGIN + there, null, cookie).statusCode()).isEqualTo(404);

        var another = office.card("another", "EC", null);
        assertThat(address(get(CARD_ORIGIN + "/home", another, cookie))).contains("ended=NO_CERTIFICATE");
        assertThat(address(get(CARD_ORIGIN + "/home", card, cookie)))
                .as("the session of the card is over")
                .contains("/login?target=%2Fhome&way=certificate");
        assertThat(
                        portal.count(
                                "select count(*) from audit_event where action = 'identity.sessionEnded' and detail = 'NO_CERTIFICATE'"))
                .isOne();
    }

    @Test
    @Tag("L3")
    @DisplayName("A card's session that nobody uses ends, though its page asks all the time whether the card is there")
    void anIdleSessionOfACardEnds() throws Exception {
        var visitor = new Visitor(CARD_ORIGIN, connecting(card, null));
        visitor.submit("/login?way=certificate", "connected", "connectedGo", Map.of());
        var home = visitor.get("/home");
        assertThat(home.statusCode()).isEqualTo(200);
        var there = Pattern.compile("data-card-connection=\"([^\"]+)\"").matcher(home.body());
        assertThat(there.find()).isTrue();

        portal.execute("update open_session set last_seen_at = last_seen_at - interval '31' minute");
        assertThat(visitor.get(there.group(1)).statusCode()).isEqualTo(204);
        assertThat(address(visitor.get("/home"))).contains("/login?target=%2Fhome&way=certificate");
        visitor.submit("/login?way=certificate", "connected", "connectedGo", Map.of());
        assertThat(visitor.get("/home").statusCode())
                .as("signed in anew with the same card")
                .isEqualTo(200);
    }

    @Test
    @Tag("L5")
    @DisplayName("The sessions of a card end when it is revoked, when its list is out of date, and when it is unbound")
    void sessionsEndWithTheirCard() throws Exception {
        var lost = office.card("lost", "EC", null);
        try (var console = portal.console()) {
            console.call("Cards", "bind", "importer1", lost.pem());
            var desk = signedIn(lost);
            office.letTheListGrowOld();
            console.call("Cards", "readLists");
            isOut(desk, "系统已退出登录。暂时无法确认卡证书是否已被吊销");
            desk.press("登录");
            assertThat(desk.message()).containsText("暂时无法确认卡证书是否已被吊销，因此不能登录");
            office.publishInTime();
            console.call("Cards", "readLists");

            desk = signedIn(lost);
            office.revoke(lost);
            console.call("Cards", "readLists");
            isOut(desk, "系统已退出登录。卡证书已被吊销");

            var left = office.card("left", "EC", null);
            console.call("Cards", "bind", "importer1", left.pem());
            desk = signedIn(left);
            console.call("Cards", "unbind", left.serial());
            isOut(desk, "系统已退出登录。这张卡没有绑定企业账户");
        }
    }

    @Test
    @Tag("U7")
    @DisplayName(
            "The administrator of an enterprise binds the card in the reader when it names the enterprise, and unbinds it")
    void theAdministratorBindsAndUnbinds() throws Exception {
        var ours = office.card("ours", "EC", Customs.IMPORTER1.substring(8, 17));
        var desk = bind(ours);
        assertThat(desk.message()).containsText("卡已绑定到账户 importer1");
        var row = desk.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(ours.serial()));
        assertThat(row).containsText("importer1");
        assertThat(row).containsText("从未登录");
        assertThat(portal.query(
                        "select actor from audit_event where action = 'identity.bindCard' and detail = ?",
                        "serial " + ours.serial()))
                .isEqualTo("admin1");
        desk.press("绑定");
        assertThat(desk.message()).containsText("已绑定或曾经绑定过");

        var operator = signedIn(ours);
        desk.open(CARD_ORIGIN, "/org/cards");
        assertThat(row).not().containsText("从未登录");
        row.getByText("解除绑定").click();
        Workplace.confirm(desk.dialog("确认解除绑定"));
        assertThat(desk.message()).containsText("已解除绑定");
        assertThat(row).hasCount(0);
        isOut(operator, "系统已退出登录。这张卡没有绑定企业账户");

        assertThat(bind(office.card("theirs", "EC", Customs.IMPORTER2.substring(8, 17)))
                        .message())
                .containsText("不能绑定。请核对卡和账户");
        assertThat(bind(office.card("nobodys", "EC", null)).message()).containsText("没有写明企业，不能自行绑定");
        assertThat(bind(office.expired("late")).message()).containsText("卡证书已过期");
    }

    /** The administrator of importer1, signed in with a password, shows a card over the connection. */
    private static Workplace bind(IssuedCard card) {
        var desk = at(chromium.withCertificate(CARD_ORIGIN, card.file(), CardOffice.PASSWORD));
        desk.page().getByText("账号登录").click();
        desk.page().getByLabel("企业账户").fill("admin1");
        desk.page().getByLabel("密码").fill(Workplace.PASSWORD);
        desk.press("登录");
        desk.page().waitForURL(CARD_ORIGIN + "/workspace");
        desk.open(CARD_ORIGIN, "/org/cards");
        desk.page().getByLabel("绑定到账户").selectOption("importer1");
        desk.press("绑定");
        return desk;
    }

    private static Workplace signedIn(IssuedCard card) {
        var desk = at(chromium.withCertificate(CARD_ORIGIN, card.file(), CardOffice.PASSWORD));
        desk.press("登录");
        desk.page().waitForURL(CARD_ORIGIN + "/workspace");
        desk.page()
                .waitForLoadState(LoadState.NETWORKIDLE); // else a tab that still loads would hear why the session ends
        return desk;
    }

    private static void isOut(Workplace desk, String words) {
        desk.open(CARD_ORIGIN, "/home").page().waitForURL(Pattern.compile("/login"));
        assertThat(desk.message()).containsText(words);
    }

    @Test
    @Tag("L3")
    @DisplayName("Each certificate that does not sign in is told in its own words, and none cuts the connection")
    void eachFailureHasItsWords() throws Exception {
        refused(office.expired("over"), "卡证书已过期");
        refused(office.ofAnother("foreign"), "不是本系统认可的机构颁发的");
        refused(office.card("unbound", "EC", null), "这张卡没有绑定企业账户");
        var revoked = office.card("revoked", "RSA", null);
        office.revoke(revoked);
        try (var console = portal.console()) {
            console.call("Cards", "readLists");
        }
        refused(revoked, "卡证书已被吊销");

        var page = chromium.trusting(1366, 768);
        page.navigate("https://localhost:" + TLS_PORT + "/login");
        page.getByText("本机证书登录").click();
        page.waitForURL(Pattern.compile(Pattern.quote(CARD_ORIGIN) + "/login\\?way=certificate.*"));
        assertThat(page.locator("#connected [role=alert]")).containsText("浏览器没有出示卡证书");
    }

    private static void refused(IssuedCard card, String words) {
        var desk = at(chromium.withCertificate(CARD_ORIGIN, card.file(), CardOffice.PASSWORD));
        desk.press("登录");
        assertThat(desk.message()).containsText(words);
        desk.page().close();
    }

    private static Workplace at(Page page) {
        page.navigate(CARD_ORIGIN + "/login?way=certificate");
        return new Workplace(portal, page);
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-suyuan"))
                .map((Cookie cookie) -> "__Host-suyuan=" + cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(String address, IssuedCard card, String cookie) throws Exception {
        return client(card, null)
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    /** Where a refused request is sent. */
    private static String address(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpClient client(IssuedCard card, SSLParameters parameters) throws Exception {
        return connecting(card, parameters).build();
    }

    private static HttpClient.Builder connecting(IssuedCard card, SSLParameters parameters) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var anchor = Files.newInputStream(office.anchors())) {
            trusted.setCertificateEntry(
                    "office", CertificateFactory.getInstance("X.509").generateCertificate(anchor));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var own = KeyStore.getInstance("PKCS12");
        own.load(card == null ? null : Files.newInputStream(card.file()), CardOffice.PASSWORD.toCharArray());
        keys.init(own, CardOffice.PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        var client = HttpClient.newBuilder().sslContext(context);
        if (parameters != null) {
            client.sslParameters(parameters);
        }
        return client;
    }
}
