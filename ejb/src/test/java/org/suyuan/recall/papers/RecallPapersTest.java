package org.suyuan.recall.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suyuan.identity.EnterpriseProfile;
import org.suyuan.recall.AffectedBuyer;
import org.suyuan.recall.RecallDetail;
import org.suyuan.recall.RecallExample;
import org.suyuan.recall.figures.NoticeShares;
import org.suyuan.recall.figures.NoticeShares.Milestones;
import org.suyuan.recall.notices.NoticeProgress;
import org.suyuan.recall.notices.TellingWay;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.shared.paper.Field;
import org.suyuan.shared.paper.Paper;
import org.suyuan.shared.paper.PaperFormat;

@Tag("F8")
class RecallPapersTest {

    private static final EnterpriseProfile UNDESCRIBED =
            new EnterpriseProfile("福建溯源贸易有限公司", null, null, null, null, null, false);
    private static final Instant TOLD = Instant.parse("2026-11-03T02:00:00Z");
    private static final NoticeProgress NOBODY_TOLD =
            new NoticeProgress(NoticeShares.asOf(TOLD, 3, List.of()), Map.of(), List.of(), List.of());

    private static final RecallFacts FINISHED = facts(RecallExample.finished());
    private static final RecallFacts JUST_OPENED = new RecallFacts(
            RecallExample.justOpened(), UNDESCRIBED, NOBODY_TOLD, null, null, LocalDate.of(2026, 11, 12));

    static Stream<Paper> papers() {
        return Stream.of(
                new PlanPaper(FINISHED).of(buyers(3)),
                new AnnouncementPaper(FINISHED).made(),
                new ReportPaper(FINISHED).interim(1),
                new ReportPaper(FINISHED).summary(),
                new PlanPaper(JUST_OPENED).of(List.of()),
                new AnnouncementPaper(JUST_OPENED).made());
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_docx_shows_every_label_and_value(Paper paper) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(PaperFormat.DOCX.written(paper)));
                var words = new XWPFWordExtractor(document)) {
            assertThat(dense(words.getText())).contains(texts(paper));
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_pdf_gives_back_its_text_and_embeds_all_fonts(Paper paper) throws IOException {
        try (var document = Loader.loadPDF(PaperFormat.PDF.written(paper))) {
            var found = dense(new PDFTextStripper().getText(document));
            assertThat(found).contains(texts(paper)).contains("第1页共" + document.getNumberOfPages() + "页");
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font).isInstanceOf(PDType0Font.class);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*"); // a subset
                }
            }
        }
    }

    @Test
    void the_plan_has_the_eight_items_of_the_law() {
        var plan = new PlanPaper(FINISHED).of(buyers(1));

        assertThat(plan.sections()).hasSize(8);
        assertThat(fields(plan))
                .extracting(Field::label)
                .contains("企业名称", "住所", "法定代表人", "具体负责人", "联系方式")
                .contains("食品名称", "商标", "规格", "生产日期", "生产批次", "计划召回总量", "召回的区域范围")
                .contains("召回原因", "危害后果", "召回等级", "召回流程", "启动时限", "完成时限")
                .contains("公告内容", "发布方式", "其他义务和责任", "处置措施", "费用承担情况", "预期效果");
        assertThat(value(plan, "计划召回总量")).isEqualTo("750 千克");
        assertThat(value(plan, "计划召回量占已销售总量")).isEqualTo("93.75%");
        assertThat(value(plan, "完成时限")).contains("10 个工作日", "2026年11月17日24时前");
    }

    @Test
    void the_announcement_has_what_the_law_lists_and_no_secret_of_trade() {
        var announcement = new AnnouncementPaper(FINISHED).made();

        assertThat(fields(announcement))
                .extracting(Field::label)
                .contains("企业名称", "法定代表人", "地址", "具体负责人", "联系电话", "电子邮箱")
                .contains("食品名称", "商标", "规格", "生产日期", "生产批次")
                .contains("召回原因", "召回等级", "召回起始日期", "召回截止日期", "召回的区域范围")
                .contains("退货流程", "赔偿流程")
                .doesNotContain("已销售总量", "报关单号及商品项号");
    }

    @Test
    void an_interim_report_counts_up_to_its_round_and_the_summary_counts_all() {
        var interim = new ReportPaper(FINISHED).interim(1);
        var summary = new ReportPaper(FINISHED).summary();

        assertThat(fields(interim))
                .extracting(Field::label)
                .contains("通知食品经营者户数", "通知消费者人数", "通知方式", "通知时间")
                .contains("本阶段召回数量", "本阶段召回批次", "其中：经营者召回数量", "其中：消费者召回数量")
                .contains("进口总量", "已销售总量", "计划召回总量")
                .contains("与原召回计划不同之处", "下一步措施", "实施情况");
        assertThat(value(interim, "累计召回数量")).isEqualTo("300 千克");
        assertThat(value(interim, "累计召回数量占计划召回总量")).isEqualTo("40.00%");
        assertThat(value(summary, "累计召回数量")).isEqualTo("720.5 千克");
        assertThat(value(summary, "累计召回数量占计划召回总量")).isEqualTo("96.07%");
        assertThat(value(summary, "累计召回数量占已销售总量")).isEqualTo("90.06%");
        assertThat(grids(summary).get(0).rows()).hasSize(2);
    }

    @Test
    @Tag("F12")
    void reports_say_how_many_buyers_were_told_how_and_when() {
        var interim = new ReportPaper(FINISHED).interim(1);
        var summary = new ReportPaper(FINISHED).summary();

        assertThat(value(interim, "通知食品经营者户数")).isEqualTo("1 户，占购买涉及批次的 3 户的 33.33%");
        assertThat(value(interim, "已确认户数")).isEqualTo("0 户，占 0.00%");
        assertThat(value(interim, "告知至确认时间的中位数")).isEqualTo(Field.BLANK);
        assertThat(value(summary, "通知食品经营者户数")).isEqualTo("2 户，占购买涉及批次的 3 户的 66.67%");
        assertThat(value(summary, "已确认户数")).isEqualTo("1 户，占 33.33%");
        assertThat(value(summary, "告知至确认时间的中位数")).isEqualTo("5 小时 0 分");
        assertThat(value(summary, "通知方式")).isEqualTo("电子邮件、电话");
        assertThat(value(summary, "通知时间")).isEqualTo("2026年11月3日 10时00分 至 2026年11月4日 10时00分");
    }

    @Test
    void papers_say_what_the_enterprise_says_of_itself() {
        var plan = new PlanPaper(FINISHED).of(List.of());
        var announcement = new AnnouncementPaper(FINISHED).made();

        assertThat(value(plan, "住所")).isEqualTo("福州市示例路2号");
        assertThat(value(plan, "法定代表人")).isEqualTo("林法人");
        assertThat(value(announcement, "地址")).isEqualTo("福州市示例路2号");
        assertThat(value(announcement, "具体负责人")).isEqualTo("周负责");
        assertThat(value(announcement, "联系电话")).isEqualTo("0591-12345678");
        assertThat(value(announcement, "电子邮箱")).isEqualTo("recall@example.com");
    }

    @Test
    void what_nobody_knows_is_a_blank_and_a_voluntary_recall_is_marked() {
        var plan = new PlanPaper(JUST_OPENED).of(List.of());

        assertThat(plan.mark()).contains("主动召回");
        assertThat(fields(plan))
                .filteredOn(field ->
                        List.of("商标", "具体负责人", "进口总量", "公告发布日期", "预期完成日期").contains(field.label()))
                .hasSize(5)
                .extracting(Field::shown)
                .containsOnly(Field.BLANK);
    }

    @Test
    void reports_come_with_submitted_rounds_and_the_summary_with_the_last() {
        assertThat(PaperName.of(RecallExample.justOpened()))
                .extracting(PaperName::toString)
                .containsExactly("plan", "announcement");
        assertThat(PaperName.of(RecallExample.finished()))
                .extracting(PaperName::toString)
                .containsExactly("plan", "announcement", "interim-1", "interim-2", "final")
                .allSatisfy(name -> assertThat(PaperName.parse(name)).get().hasToString(name));
        assertThat(Stream.of("interim", "interim-0", "PLAN", "", "final-1")
                        .flatMap(name -> PaperName.parse(name).stream()))
                .isEmpty();
    }

    @Test
    void a_plan_lists_the_largest_buyers_and_says_so() {
        var plan = new PlanPaper(FINISHED).of(buyers(PlanPaper.MOST_BUYERS + 1));

        assertThat(grids(plan).get(0).rows()).hasSize(PlanPaper.MOST_BUYERS);
        assertThat(grids(plan).get(0).caption()).contains("数量最多的 300 户");
    }

    private static RecallFacts facts(RecallDetail recall) {
        var notices = List.of(
                new Milestones(TOLD, TOLD.plusSeconds(600), TOLD.plus(Duration.ofHours(5))),
                new Milestones(TOLD.plus(Duration.ofDays(1)), null, null));
        var afterRound1 = NoticeShares.asOf(TOLD.plusSeconds(60), 3, notices);
        var atLast = NoticeShares.asOf(TOLD.plus(Duration.ofDays(9)), 3, notices);
        return new RecallFacts(
                recall,
                new EnterpriseProfile(
                        "福建溯源贸易有限公司", "福州市示例路2号", "林法人", "周负责", "0591-12345678", "recall@example.com", false),
                new NoticeProgress(
                        atLast,
                        Map.of(1, afterRound1, 2, atLast),
                        List.of(),
                        List.of(TellingWay.MAIL, TellingWay.PHONE)),
                "千克",
                "波兰",
                LocalDate.of(2026, 11, 12));
    }

    private static List<AffectedBuyer> buyers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new AffectedBuyer(
                        new SocialCreditCode("91110000600037341L"),
                        "北京第" + i + "食品商店",
                        "北京市朝阳区某某路 " + i + " 号",
                        "010-12345678",
                        new BigDecimal("10.50000"),
                        1,
                        LocalDate.of(2026, 10, 1)))
                .toList();
    }

    private static List<Field> fields(Paper paper) {
        return parts(paper)
                .filter(Paper.Fields.class::isInstance)
                .flatMap(part -> ((Paper.Fields) part).fields().stream())
                .toList();
    }

    private static List<Paper.Grid> grids(Paper paper) {
        return parts(paper)
                .filter(Paper.Grid.class::isInstance)
                .map(Paper.Grid.class::cast)
                .toList();
    }

    private static Stream<Paper.Part> parts(Paper paper) {
        return paper.sections().stream().flatMap(section -> section.parts().stream());
    }

    private static String value(Paper paper, String label) {
        return fields(paper).stream()
                .filter(field -> field.label().equals(label))
                .findFirst()
                .orElseThrow()
                .shown();
    }

    /** Everything that the paper says, piece by piece. */
    private static List<String> texts(Paper paper) {
        var texts = new ArrayList<String>(List.of(paper.title(), paper.mark()));
        paper.sections().forEach(section -> texts.add(section.title()));
        Stream.of(paper.header().stream(), fields(paper).stream(), paper.signature().stream())
                .flatMap(fields -> fields)
                .forEach(field -> texts.addAll(List.of(field.label(), field.shown())));
        grids(paper).forEach(grid -> {
            texts.add(grid.caption());
            texts.addAll(grid.header());
            grid.rows().forEach(texts::addAll);
        });
        return texts.stream().map(RecallPapersTest::dense).toList();
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s　]+", "");
    }
}
