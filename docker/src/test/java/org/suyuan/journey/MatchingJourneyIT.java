package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** From a refused entry to the importer's lots, buyers and recall, and all the way back. */
class MatchingJourneyIT {

    private static final String TITLE = "阿根廷冷冻牛肉检出沙门氏菌";

    private static Portal portal;
    private static Chromium chromium;
    private static String declarationNo;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("matching-journey");
        chromium = new Chromium();
        declarationNo = Customs.newDeclarationNo();
        new Customs(portal).declares(Declaration.of(declarationNo, Customs.IMPORTER1, Goods.of(1, "冷冻牛霖", "1000")));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @Test
    @Tag("F17")
    @Tag("U5")
    void a_refused_entry_leads_to_lots_buyers_and_recall_and_the_recall_back_to_it() throws Exception {
        var page = chromium.desktop();
        var desk = new Workplace(portal, page).signedIn("importer1");
        desk.open("/org/profile");
        page.getByLabel("电子邮箱").fill("risk@example.com");
        page.getByLabel("有新的风险匹配时也发邮件到这个邮箱").check();
        desk.press("保存");
        assertThat(desk.message()).containsText("已保存");
        desk.open("/trace/edit?declaration=" + declarationNo);
        desk.pick("冷冻牛霖");
        desk.sell("120");
        desk.submit();

        publish();
        var id = match();
        var unread = portal.count(
                "select count(*) from risk_match where read_at is null and importer_uscc = ?", Customs.IMPORTER1);
        desk.open("/home");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(unread + " 未查看的风险匹配"))
                .click();
        assertThat(menuItem(page)).hasAccessibleName("风险匹配，%d 条未查看".formatted(unread));
        var row = page.getByRole(AriaRole.ROW).filter(having(TITLE));
        assertThat(row).containsText("冷冻牛霖");
        assertThat(row).containsText("原产国相同：阿根廷");
        assertThat(row).containsText("商品编码相同部分：020230");
        row.getByText(TITLE).click();
        assertThat(page).hasURL(Pattern.compile(".*/match/" + id));
        assertThat(page.getByRole(AriaRole.ROW).filter(having(declarationNo))).containsText("120");
        assertThat(page.getByRole(AriaRole.ROW).filter(having("福建示例食品有限公司"))).containsText("120");
        desk.press("确认涉及");
        assertThat(page.locator("[id='decide:reasonMessage']")).containsText("请填写原因");
        page.getByLabel("原因").fill("已核对，是本公司进口的产品");
        desk.press("确认涉及");
        assertThat(desk.message()).containsText("已确认这条信息涉及贵单位的商品");
        assertThat(page.getByRole(AriaRole.GROUP).filter(having("已核对，是本公司进口的产品")))
                .containsText("已确认涉及");
        assertThat(portal.query("select state from risk_match where id = ?", id))
                .isEqualTo("CONFIRMED");

        var recall = Recall.of(declarationNo, 1);
        new Customs(portal).recalls(recall);
        page.reload();
        page.getByRole(AriaRole.LINK, exactly(recall.taskNo())).click();
        desk.heading("召回任务 " + recall.taskNo());
        page.getByRole(AriaRole.LINK, exactly(TITLE)).click();
        desk.heading(TITLE);
        var own = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("由此引起的本企业召回任务"));
        assertThat(own.getByRole(AriaRole.LISTITEM)).containsText("召回中");
        own.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(recall.taskNo()))
                .click();
        page.getByRole(AriaRole.LINK, exactly("查看风险匹配")).click();
        assertThat(page).hasURL(Pattern.compile(".*/match/" + id));

        page.getByRole(AriaRole.LINK, exactly("对报关单 " + declarationNo + " 第 1 项开始主动召回"))
                .click();
        desk.heading("主动召回");
        assertThat(page.getByLabel("不合格记录编号")).hasValue("BHG-1");
        assertThat(page.locator("main")).containsText("冷冻牛霖");
        page.goBack();
        page.getByRole(AriaRole.LINK, exactly("对报关单 " + declarationNo + " 第 1 项开始演练"))
                .click();
        assertThat(page.locator("main")).containsText("冷冻牛霖");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (var mails = Files.list(portal.home().resolve("mail"))) {
                assertThat(mails.filter(mail -> mail.getFileName().toString().startsWith("match.")))
                        .isNotEmpty();
            }
        });
    }

    @Test
    @Tag("F17")
    void nobody_else_sees_the_match_and_strangers_see_nothing_of_it_on_the_notice() throws Exception {
        publish();
        var id = match();
        var other = chromium.desktop();
        var desk = new Workplace(portal, other).signedIn("importer2");
        assertThat(other.navigate(portal.url("/match/" + id)).status()).isEqualTo(404);
        assertThat(other.navigate(portal.url("/match/999999999")).status()).isEqualTo(404);
        desk.open("/match/list");
        assertThat(other.locator("a[href$='/match/" + id + "']")).hasCount(0);

        var stranger = chromium.phone();
        stranger.navigate(portal.url("/public/info/denied/" + notice()));
        assertThat(stranger.getByText(TITLE).first()).isVisible();
        assertThat(stranger.getByText("由此引起的本企业召回任务")).hasCount(0);
    }

    @Test
    @Tag("F17")
    void the_pages_fit_a_telephone_in_both_languages() throws Exception {
        publish();
        var id = match();
        for (var language : List.of("zh-CN", "en")) {
            var phone = chromium.visitor(360, 780, language);
            phone.context()
                    .addCookies(
                            List.of(new Cookie("suyuan-language", language.substring(0, 2)).setUrl(portal.url("/"))));
            phone.navigate(portal.url("/home"));
            phone.locator("input[autocomplete=username]").fill("importer1");
            phone.locator("input[type=password]").fill(Workplace.PASSWORD);
            phone.keyboard().press("Enter");
            phone.waitForURL("**/home");
            for (var path : List.of("/match/list", "/match/" + id, "/help/matching")) {
                phone.navigate(portal.url(path));
                assertThat(phone.locator("h1"))
                        .hasText(Pattern.compile(language.equals("en") ? "^Risk match.*" : "^风险匹配.*"));
                assertThat((Integer) phone.evaluate("() => document.documentElement.scrollWidth"))
                        .as("%s in %s", path, language)
                        .isLessThanOrEqualTo(360);
            }
        }
    }

    private static void publish() throws Exception {
        if (portal.count("select count(*) from food_safety_notice where origin_id = 'BHG-1'") == 0) {
            portal.push("FTR404", "bhg.xml", """
                <FTR404 xmlns="urn:suyuan:ftr:1"><head><messageId>BHG</messageId>\
                <messageTime>2026-11-21T09:00:00+08:00</messageTime></head><notice><operation>PUBLISH</operation>\
                <source>GACC</source><originId>BHG-1</originId><title>%s</title><publishedOn>%s</publishedOn>\
                <country>ARG</country><product>冷冻牛霖</product><hazard>沙门氏菌</hazard><hsCode>020230</hsCode>\
                <reason>检出沙门氏菌</reason></notice></FTR404>\
                """.formatted(
                    TITLE, LocalDate.now().minusDays(9)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long notice() {
        return portal.count("select id from food_safety_notice where origin_id = 'BHG-1'");
    }

    private static long match() {
        var mine = "select m.id from risk_match m join food_safety_notice n on n.id = m.notice_id"
                + " where n.origin_id = 'BHG-1' and m.importer_uscc = ?";
        await().atMost(Duration.ofMinutes(1)).until(() -> portal.query(mine, Customs.IMPORTER1) != null);
        return portal.count(mine, Customs.IMPORTER1);
    }

    private static Locator menuItem(Page page) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主菜单"))
                .getByRole(AriaRole.LINK)
                .filter(having("风险匹配"));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
