package org.suyuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Chromium;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Workplace;

/** A recall as an operator meets it, from the order of customs to its end; the test plays customs. */
class RecallJourneyIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static Portal portal;
    private static Chromium chromium;
    private static Customs customs;
    private static String declarationNo;

    private Workplace desk;
    private Page page;

    @BeforeAll
    static void start() {
        portal = Portal.withoutAnswers("recall");
        chromium = new Chromium();
        customs = new Customs(portal);
        declarationNo = Customs.newDeclarationNo();
        customs.declares(Declaration.of(
                declarationNo,
                Customs.IMPORTER1,
                Goods.of(1, "冷冻去骨牛肉", "1000"),
                Goods.of(2, "冷冻牛腩", "50"),
                Goods.of(3, "冷冻牛腱", "60"),
                Goods.of(4, "冷冻牛舌", "40"),
                Goods.of(5, "冷冻牛排", "40")));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        portal.close();
    }

    @BeforeEach
    void sitDown() {
        page = chromium.desktop();
        desk = new Workplace(portal, page).signedIn("importer1");
    }

    @Test
    @Tag("R1")
    @Tag("R4")
    @Tag("R5")
    @Tag("R6")
    @Tag("R13")
    @Tag("R14")
    @Tag("R15")
    @Tag("R16")
    @Tag("R17")
    @Tag("H4")
    @Tag("F9")
    @Tag("F11")
    @Tag("F12")
    void three_rounds_one_of_them_rejected_lead_from_the_order_to_the_end() throws Exception {
        desk.open("/trace/edit?declaration=" + declarationNo);
        desk.pick("冷冻去骨牛肉");
        desk.sell("100");
        desk.submit();
        var unread = portal.count(
                "select count(*) from recall_task where read_at is null and importer_uscc = ?", Customs.IMPORTER1);
        var recall = Recall.of(declarationNo, 1);
        var task = recall.taskNo();
        customs.recalls(recall);
        portal.execute("update recall_task set notified_at = timestamp with time zone '%s' where task_no = '%s'"
                .formatted(OffsetDateTime.now().minusDays(2), task));

        desk.open("/home");
        var pressing = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("紧急召回"));
        assertThat(pressing.getByRole(AriaRole.ROW).filter(having(task))).containsText("已超期");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName((unread + 1) + " 未读召回任务"))
                .click();
        assertThat(menuItem()).hasAccessibleName("召回管理，%d 条未读".formatted(unread + 1));
        var row = page.getByRole(AriaRole.ROW).filter(having(task));
        assertThat(row).containsText("未读");
        assertThat(row).containsText("一级");
        assertThat(row).containsText("检出沙门氏菌");
        assertThat(row).containsText("已超期");
        row.getByText(task).click();
        assertThat(desk.grey("商品名称")).hasText("冷冻去骨牛肉");
        assertThat(desk.grey("品牌")).hasText("Pampas");
        assertThat(desk.grey("召回原因")).hasText("检出沙门氏菌");
        assertThat(desk.grey("不合格项目")).hasText("沙门氏菌");
        assertThat(menuItem()).hasAccessibleName(unread == 0 ? "召回管理" : "召回管理，%d 条未读".formatted(unread));

        desk.press("启动召回");
        assertThat(desk.message()).containsText("已启动召回");
        assertThat(clock()).containsText("超期完成");
        page.getByLabel("公告日期").fill(TODAY.plusDays(1).toString());
        page.getByLabel("公告日期").blur();
        assertThat(clock()).containsText("不能晚于今天");
        desk.answered();
        page.getByLabel("公告日期").fill(TODAY.minusDays(1).toString());
        page.getByLabel("公告日期").blur();
        assertThat(clock()).containsText("早于召回发起日期");
        desk.answered();
        page.getByLabel("公告日期").fill(TODAY.toString());
        page.getByLabel("计划召回总量").fill("80");
        desk.press("保存公告与计划");
        assertThat(desk.message()).containsText("已保存公告日期");
        assertThat(clock()).containsText("期限内");

        desk.press("新增");
        var dialog = desk.dialog("召回处理情况");
        fill(dialog, "10");
        button(dialog, "关闭").click();
        assertThat(dialog).isHidden();
        assertThat(page.getByText("还没有召回处理情况")).isVisible();
        report("30");
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存第 1 次召回申请");
        page.reload();
        assertThat(actions()).containsText("王负责");
        submit();
        answer(task, 1, 1, "100", "数量不符");
        assertThat(page.getByRole(AriaRole.NOTE).filter(having("海关答复"))).containsText("数量不符");
        page.getByText("修改", exactly()).click();
        dialog = desk.dialog("召回处理情况");
        dialog.getByLabel("已召回数量").fill("20");
        confirm(dialog);
        submit();
        answer(task, 1, 2, "120", "海关入库成功");

        report("35");
        submit();
        answer(task, 2, 1, "120", "海关入库成功");

        report("25");
        page.getByLabel("销毁").fill("80");
        page.getByLabel("无法召回").fill("20");
        page.getByLabel("是否召回完成").check();
        submit();
        answer(task, 3, 1, "120", "海关入库成功");

        assertThat(page.getByText("召回流程结束，不能再更改。")).isVisible();
        for (var act : List.of("新增", "暂存", "提交", "校验", "启动召回", "保存公告与计划")) {
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(act).setExact(true)))
                    .hasCount(0);
        }
        for (var round : List.of("第 1 次召回申请", "第 2 次召回申请", "第 3 次召回申请")) {
            assertThat(block(round)).containsText("海关入库成功");
            assertThat(block(round)).containsText("王负责");
        }
        assertThat(block("状态记录").getByRole(AriaRole.LISTITEM).first()).containsText("暂存");
        assertThat(block("状态记录")).containsText("数量不符");
        assertThat(block("去向")).containsText("已售 100 = 已召回 80 + 无法召回 20 + 未追回 0 千克");
        assertThat(block("去向")).containsText("已召回 80 = 销毁 80 + 补救 0 + 库存 0 千克");
        assertThat(block("去向")).containsText("福建示例食品有限公司");
        assertThat(block("去向").getByText("不平衡之处")).hasCount(0);
        assertThat(block("召回成效").getByRole(AriaRole.ROW).last()).containsText("100%");
        assertThat(block("召回成效").getByRole(AriaRole.ROW).last()).containsText("80%");
        var contacts = page.waitForDownload(() -> page.getByText("导出联系名单 CSV").click());
        assertThat(Files.readString(contacts.path())).contains("福建示例食品有限公司", "13812345678", "100");
        assertThat(portal.count(
                        "select count(*) from audit_event where action = 'recall.exportBuyers' and subject = ?", task))
                .isOne();

        for (var paper : List.of("plan", "announcement", "interim-1", "interim-3", "final")) {
            assertThat(pdf(downloaded("/papers/" + task + "/" + paper + ".pdf")))
                    .as(paper)
                    .contains(task);
            assertThat(downloaded("/papers/" + task + "/" + paper + ".docx"))
                    .as(paper)
                    .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        }

        nobodyElseSees(task);
    }

    @Test
    @Tag("R7")
    @Tag("R8")
    @Tag("R9")
    @Tag("R10")
    @Tag("R11")
    @Tag("R12")
    @Tag("A7")
    @Tag("E4")
    @Tag("F21")
    void each_rule_shows_at_its_field() {
        opened(2);
        desk.press("提交");
        assertThat(desk.message()).containsText("请至少新增一条");
        desk.press("新增");
        var dialog = desk.dialog("召回处理情况");
        refused(dialog, "召回负责人", "", "必填");
        refused(dialog, "召回负责人", "名".repeat(51), "最多 50 个字");
        refused(dialog, "联系电话", "", "必填");
        refused(dialog, "联系电话", "021-12345678", "应为手机号");
        refused(dialog, "召回开始日期", "", "必填");
        refused(dialog, "召回完成日期", "", "必填");
        dialog.getByLabel("召回开始日期").fill(TODAY.toString());
        refused(dialog, "召回完成日期", TODAY.minusDays(1).toString(), "不能早于召回开始日期");
        refused(dialog, "已召回数量", "", "必填");
        refused(dialog, "已召回数量", "-1", "不能小于 0");
        refused(dialog, "已召回数量", "一箱", "已召回数量应为数字");
        refused(dialog, "已召回数量", "0.000001", "小数最多 5 位");
        assertThat(dialog.getByLabel("召回措施")).hasAttribute("maxlength", "1000");
        fill(dialog, "5");
        dialog.getByLabel("召回完成日期").fill(TODAY.plusDays(1).toString());
        assertThat(dialog.getByText("不能早于")).hasCount(0);
        dialog.getByLabel("召回措施").click();
        assertThat(dialog.getByText("超过可召回的数量")).isVisible();
        confirm(dialog);
        page.getByLabel("是否召回完成").check();
        page.getByLabel("销毁").fill("6");
        desk.press("校验");
        assertThat(desk.message()).containsText("第 1 行：召回完成日期：已勾选召回完成，不能晚于今天");
        assertThat(desk.message()).containsText("销毁、补救与库存的数量合计 6，超过累计召回数量 5");
        assertThat(desk.message()).containsText("合计 5，超过可召回的数量 0");

        desk.message().getByText("不能晚于今天").click();
        dialog = desk.dialog("召回处理情况");
        dialog.getByLabel("召回完成日期").fill(TODAY.toString());
        confirm(dialog);
        page.getByLabel("销毁").fill("5");
        page.getByLabel("说明").fill("经销商退回的未填报商品");
        desk.press("校验");
        assertThat(desk.message()).containsText("校验通过");
        submit();
        assertThat(page.getByText("经销商退回的未填报商品")).isVisible();
    }

    @Test
    @Tag("K1")
    @Tag("K3")
    void a_row_is_entered_without_a_mouse() {
        opened(3);
        var keys = page.keyboard();
        keys.press("Alt+N");
        var dialog = desk.dialog("召回处理情况");
        assertThat(dialog.getByLabel("召回负责人")).isFocused();
        keys.type("李负责");
        keys.press("Enter");
        keys.type("13812345678");
        keys.press("Enter");
        assertThat(dialog.getByLabel("召回开始日期")).isFocused();
        dialog.getByLabel("召回开始日期").fill(TODAY.toString());
        keys.press("Enter");
        dialog.getByLabel("召回完成日期").fill(TODAY.toString());
        keys.press("Enter");
        keys.type("0");
        keys.press("Enter");
        keys.type("下架");
        keys.press("Shift+Enter");
        keys.type("封存");
        assertThat(page.locator("#rule")).containsText("召回措施");
        keys.press("Enter");
        assertThat(button(dialog, "确认")).isFocused();
        keys.press("Enter");
        assertThat(dialog).isHidden();
        assertThat(actions()).containsText("封存");
        keys.press("Control+s");
        assertThat(desk.message()).containsText("已暂存");
    }

    @Test
    @Tag("F27")
    @Tag("F22")
    void a_voluntary_recall_stops_the_sale() {
        desk.open("/recall/list");
        page.getByText("主动召回", exactly()).first().click();
        page.getByLabel("报关单号").fill(declarationNo);
        desk.press("查询报关单");
        page.getByLabel(Pattern.compile("冷冻牛腱")).check();
        page.getByLabel("LOT-3").check();
        desk.press("发起主动召回");
        assertThat(page.getByText("召回等级：必填，请选择。")).isVisible();
        assertThat(page.getByText("召回原因：必填，请录入。")).isVisible();
        page.getByLabel("三级").check();
        page.getByLabel("召回原因").fill("标签错误");
        desk.press("发起主动召回");
        Workplace.confirm(desk.dialog("发起主动召回"));
        assertThat(desk.message()).containsText("已发起主动召回");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("主动召回");

        desk.open("/trace/edit?declaration=" + declarationNo);
        desk.pick("冷冻牛腱");
        desk.sell("1");
        desk.press("提交");
        Workplace.confirm(desk.dialog("确认提交"));
        assertThat(desk.message()).containsText("召回中，暂停填报销售");
    }

    @Test
    @Tag("F13")
    @Tag("F6")
    void a_drill_leads_from_the_choice_of_lots_to_its_evidence() throws IOException {
        desk.open("/trace/edit?declaration=" + declarationNo);
        desk.pick("冷冻牛舌");
        desk.sell("30");
        desk.submit();

        desk.open("/home");
        page.locator(".menu a[href$='/drill/list']").click();
        page.getByText("发起演练", exactly()).click();
        page.getByLabel("报关单号").fill(declarationNo);
        desk.press("查询报关单");
        page.getByLabel(Pattern.compile("冷冻牛舌")).check();
        page.getByLabel("LOT-4").check();
        desk.press("开始演练");
        assertThat(page.getByText("演练情景：必填，请录入。")).isVisible();
        page.getByLabel("演练情景").fill("超市反映有异味");
        page.getByLabel("假定的召回原因").fill("假定检出沙门氏菌");
        desk.press("开始演练");
        assertThat(desk.message()).containsText("追溯已完成");
        assertThat(page).hasTitle(Pattern.compile("模拟召回演练 RD\\d{16}.*"));
        assertThat(page.getByRole(AriaRole.NOTE).filter(having("仅供演练"))).containsText("不报送海关");
        var figures = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("演练指标"));
        assertThat(figures).containsText("可说明去向 75%");
        assertThat(figures).containsText("已联系经销商 0%");
        assertThat(figures).containsText(Pattern.compile("追溯用时 \\d+ 毫秒"));
        assertThat(page.getByRole(AriaRole.TIMER)).not().hasText("0:00:00");
        assertThat(block("去向")).containsText("账面未售，但没有盘点 10 千克");
        var drill = page.url().replaceAll(".*/", "");

        var chain = block("流转过程");
        assertThat(chain).hasAccessibleDescription(Pattern.compile("境外发货人、报关单、进口商和经销商.*"));
        assertThat(chain).containsText("30 千克");
        chain.getByRole(AriaRole.LINK).filter(having("福建示例食品")).focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#buyers"));

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("未能联系 福建示例食品有限公司"))
                .click();
        assertThat(desk.dialog("登记联系结果").getByLabel("联系说明")).isFocused();
        page.keyboard().type("无人接听");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(block("联系经销商")).containsText("无人接听");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("已联系 福建示例食品有限公司"))
                .click();
        var dialog = desk.dialog("登记联系结果");
        dialog.getByLabel("联系说明").fill("张经理，已封存 28 千克");
        Workplace.confirm(dialog);
        assertThat(figures).containsText("已联系经销商 100%");
        page.getByLabel("只看尚未联系的").check();
        assertThat(page.getByText("没有尚未联系的经销商。")).isVisible();
        page.getByLabel("只看尚未联系的").uncheck();

        desk.press("结束演练");
        assertThat(page.getByText("结论：必填，请录入。")).isVisible();
        page.getByLabel("盘点库存").fill("9.5");
        page.getByLabel("结论").fill("一小时内找到全部去向");
        desk.press("结束演练");
        Workplace.confirm(desk.dialog("结束演练"));
        assertThat(desk.message()).containsText("证据文件已生成");
        assertThat(figures).containsText("可说明去向 98.75%");
        assertThat(block("去向")).containsText("盘点少于账面未售 0.5 千克");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("已联系 福建示例食品有限公司")))
                .hasCount(0);

        var sheets = SalesWorkbook.sheets(
                page.waitForDownload(() -> page.getByText("下载 Excel", exactly()).click())
                        .path());
        assertThat(sheets.keySet()).containsExactly("演练概况", "数量平衡", "经销商", "销售信息");
        assertThat(sheets.get("演练概况")).contains(List.of("演练编号", drill), List.of("演练", "模拟召回，不得发布或上报"));
        assertThat(sheets.get("数量平衡")).contains(List.of("可说明去向的比例", "98.75%"));
        assertThat(sheets.get("经销商")).hasSize(2).last().asString().contains("已联系", "张经理，已封存 28 千克");
        assertThat(sheets.get("销售信息")).hasSize(2).last().asString().contains("福建示例食品有限公司", "LOT-4", "30");
        var report = Files.readAllBytes(
                page.waitForDownload(() -> page.getByText("下载 PDF", exactly()).click())
                        .path());
        assertThat(pdf(report)).contains("模拟召回演练报告", drill, "一小时内找到全部去向");
        assertThat(pages(report)).isNotEmpty().allMatch(text -> text.contains("演练：模拟召回，不得发布或上报"));

        var other =
                new Workplace(portal, chromium.desktop()).signedIn("importer2").page();
        for (var path : List.of("/drill/" + drill, "/drill-papers/" + drill + ".pdf", "/drill/RD2020000000000000")) {
            assertThat(other.request().get(portal.url(path)).status()).as(path).isEqualTo(404);
        }
    }

    private byte[] downloaded(String path) {
        var answer = page.request().get(portal.url(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String pdf(byte[] file) throws IOException {
        return String.join("", pages(file));
    }

    private static List<String> pages(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var pages = new ArrayList<String>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                var page = new PDFTextStripper();
                page.setStartPage(i);
                page.setEndPage(i);
                pages.add(page.getText(document).replaceAll("\\s+", ""));
            }
            return pages;
        }
    }

    @Test
    @Tag("F10")
    @Tag("F12")
    void a_buyer_confirms_on_a_telephone_and_the_return_enters_the_round() throws Exception {
        desk.open("/org/profile");
        page.getByLabel("召回负责人").fill("钱负责");
        page.getByLabel("电子邮箱").fill("recall@@example.com");
        desk.press("保存");
        assertThat(page.getByText("电子邮箱不正确")).isVisible();
        page.getByLabel("电子邮箱").fill("recall@example.com");
        desk.press("保存");
        assertThat(desk.message()).containsText("已保存企业资料");
        desk.open("/trace/edit?declaration=" + declarationNo);
        desk.pick("冷冻牛排");
        desk.sell("20");
        desk.submit();
        opened(5);
        desk.press("全部通知");
        Workplace.confirm(desk.dialog("全部通知"));
        assertThat(desk.message()).containsText("已建立 1 份通知，其中 0 份发送邮件");
        assertThat(clock()).containsText("按时完成");
        desk.press("召回通知 福建示例食品有限公司");
        var dialog = desk.dialog("召回通知");
        var link = dialog.getByLabel("通知链接").inputValue();
        dialog.getByLabel("电子邮箱").fill("buyer@example.com");
        button(dialog, "发送邮件").click();
        assertThat(dialog).containsText("邮件将在几秒内发送");
        button(dialog, "关闭").click();
        await("the mail")
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> mailTo("buyer@example.com", link));

        var phone = chromium.phone();
        assertThat(phone.navigate(link).status()).isEqualTo(200);
        assertThat(phone.locator("main")).containsText("钱负责");
        assertThat(phone.locator("main")).containsText("福建示例食品有限公司");
        assertThat(phone.locator("main")).not().containsText(declarationNo);
        confirm(phone);
        assertThat(phone.getByText("请确认已停止销售并下架封存")).isVisible();
        phone.getByLabel("已停止销售并下架封存").check();
        phone.getByLabel("退回数量").fill("21");
        phone.getByLabel("联系人").fill("李店长");
        phone.getByLabel("联系电话").fill("010-12345678");
        assertThat(phone.getByText("合计 21，超过购买数量 20")).isVisible();
        phone.getByLabel("退回数量").fill("15");
        confirm(phone);
        assertThat(phone.getByText("已确认，谢谢。")).isVisible();
        assertThat(phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交确认")))
                .hasCount(0);

        page.reload();
        var buyer = block("通知经销商").getByRole(AriaRole.ROW).filter(having("福建示例食品有限公司"));
        assertThat(buyer).containsText("已确认");
        assertThat(buyer).containsText("15");
        assertThat(block("通知经销商").getByRole(AriaRole.ROW).filter(having("现在"))).containsText("1 (100%)");
        page.getByText("取用", exactly()).click();
        dialog = desk.dialog("召回处理情况");
        assertThat(dialog.getByLabel("召回负责人")).hasValue("钱负责");
        assertThat(dialog.getByLabel("已召回数量")).hasValue("15");
        confirm(dialog);
        assertThat(page.getByText("取用", exactly())).hasCount(0);
        desk.press("暂存");
        assertThat(desk.message()).containsText("已暂存第 1 次召回申请");
        page.reload();
        assertThat(actions()).containsText("经销商 福建示例食品有限公司 确认停止销售并退回");
        assertThat(page.getByText("取用", exactly())).hasCount(0);

        desk.press("召回通知 福建示例食品有限公司");
        dialog = desk.dialog("召回通知");
        button(dialog, "重新开放").click();
        Workplace.confirm(desk.dialog("重新开放"));
        assertThat(dialog).containsText("已被召回申请取用，不能重新开放");
    }

    private static void confirm(Page phone) {
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交确认"))
                .click();
    }

    /** A mail to this address lies in the folder, and its text holds this link. */
    private static boolean mailTo(String address, String link) throws IOException {
        try (var files = Files.newDirectoryStream(portal.home().resolve("mail"), "notice.*.eml")) {
            for (var file : files) {
                var mail = Files.readString(file).replace("\r\n", "\n").split("\n\n", 2);
                var text = new String(Base64.getMimeDecoder().decode(mail[1]), StandardCharsets.UTF_8);
                if (mail[0].contains("To: " + address) && text.contains(link)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void opened(int seqNo) {
        var recall = Recall.of(declarationNo, seqNo);
        customs.recalls(recall);
        desk.open("/recall/" + recall.taskNo());
    }

    private void report(String quantity) {
        desk.press("新增");
        var dialog = desk.dialog("召回处理情况");
        fill(dialog, quantity);
        confirm(dialog);
    }

    private static void fill(Locator dialog, String quantity) {
        dialog.getByLabel("召回负责人").fill("王负责");
        dialog.getByLabel("联系电话").fill("13912345678");
        dialog.getByLabel("召回开始日期").fill(TODAY.toString());
        dialog.getByLabel("召回完成日期").fill(TODAY.toString());
        dialog.getByLabel("已召回数量").fill(quantity);
    }

    private static void refused(Locator dialog, String label, String value, String why) {
        var field = dialog.getByLabel(label);
        field.fill(value);
        field.blur();
        assertThat(dialog.locator(".row").filter(having(label)).locator(".ui-message-error"))
                .containsText(why);
    }

    private static void confirm(Locator dialog) {
        button(dialog, "确认").click();
        assertThat(dialog).isHidden();
    }

    private void submit() {
        desk.press("提交");
        Workplace.confirm(desk.dialog("确认提交"));
        assertThat(desk.message()).containsText("提交成功");
    }

    private void answer(String task, int round, int version, String status, String text) {
        await("the round in the outbox")
                .atMost(Duration.ofSeconds(30))
                .until(() -> portal.files("FTR202", "outbox")
                        .contains("FTR202_%s_%d_%d.xml".formatted(task, round, version)));
        customs.answersRound(task, round, version, status, text);
        desk.open("/recall/" + task);
    }

    private void nobodyElseSees(String task) {
        var other =
                new Workplace(portal, chromium.desktop()).signedIn("importer2").page();
        var foreign = other.navigate(portal.url("/recall/" + task));
        var answer = Workplace.answer(other);
        var unknown = other.navigate(portal.url("/recall/RC2020000000000000"));
        assertThat(foreign.status()).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(Workplace.answer(other)).isEqualTo(answer);
        assertThat(other.request()
                        .get(portal.url("/recall-sheets/" + task + "/buyers.csv"))
                        .status())
                .isEqualTo(404);
    }

    private Locator menuItem() {
        return page.locator(".menu a[href$='/recall/list']");
    }

    private Locator clock() {
        return block("召回时限");
    }

    private Locator actions() {
        return block("召回处理情况");
    }

    private Locator block(String name) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
