package org.suyuan.shared.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class PaperFormatTest {

    @Test
    void a_pdf_shows_standard_characters_of_every_plane_and_letters_of_foreign_names() throws IOException {
        var text = "喆堃珺𬱖鋆翀垚 𠅤 Zakłady Mięsne Škoda Đặng Văn Ương Ferme Étoile Привет ＡＢ① Ⅳ";

        assertThat(pdf(paper(text))).contains(text.replace(" ", ""));
    }

    @Test
    void a_pdf_replaces_characters_that_the_font_lacks_visibly() throws IOException {
        assertThat(pdf(paper("𠮷野家龘\t🍜"))).contains("〓(U+20BB7)野家〓(U+9F98)").contains("〓(U+1F35C)");
    }

    @Test
    void a_docx_keeps_all_characters() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(PaperFormat.DOCX.written(paper("𠮷野家龘🍜"))));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("𠮷野家龘🍜");
        }
    }

    @Test
    void no_line_of_a_pdf_begins_with_a_closing_mark_or_ends_with_an_opening_one() throws IOException {
        var text = "检出（沙门氏菌），召回。".repeat(60);
        try (var document = Loader.loadPDF(PaperFormat.PDF.written(paper(text)))) {
            assertThat(new PDFTextStripper().getText(document).lines().map(String::strip))
                    .noneMatch(line -> line.matches("[，。）].*|.*（"));
        }
    }

    @Test
    void a_long_text_and_a_long_table_go_on_over_pages_and_nothing_is_lost() throws IOException {
        var rows = IntStream.range(0, 200)
                .mapToObj(i -> List.of("第" + i + "行", "值" + i))
                .toList();
        var grid = new Paper.Grid("表", List.of("名称栏", "数值栏"), List.of(1, 1), rows);
        var paper = paper(List.of(
                new Paper.Section("长文", new Paper.Fields(new Field("说明", "无空格".repeat(2000) + "完"))),
                new Paper.Section("长表", grid)));

        var text = pdf(paper);

        assertThat(text)
                .contains("完")
                .contains(rows.stream().flatMap(List::stream).toList());
        assertThat(text.split("名称栏", -1)).hasSizeGreaterThan(4);
    }

    @Test
    void a_pdf_reads_in_the_order_of_the_paper() throws IOException {
        var paper = paper(List.of(
                new Paper.Section("甲", new Paper.Fields(new Field("子", "丑"))),
                new Paper.Section("乙", new Paper.Words("寅"), new Paper.Fields(new Field("卯", null)))));

        assertThat(pdf(paper)).contains("题（标）一、甲子丑二、乙寅卯________");
    }

    @Test
    void the_header_of_a_page_breaks_between_fields_only_and_cuts_what_is_too_long_for_a_line() throws IOException {
        var number = new Field("召回任务编号", "RC2026000000000001");
        var day = new Field("制作日期", "2026年11月25日");

        assertThat(header(number, day, new Field("进口商", "某某公司")))
                .containsExactly("召回任务编号：RC2026000000000001　制作日期：2026年11月25日　进口商：某某公司");
        var name = "上海某某某某某某某某某某某某某某某某国际贸易有限公司";
        assertThat(header(number, day, new Field("进口商", name)))
                .containsExactly("召回任务编号：RC2026000000000001　制作日期：2026年11月25日", "进口商：" + name);
        assertThat(header(number, day, new Field("进口商", "长".repeat(200))))
                .hasSize(2)
                .last()
                .asString()
                .matches("进口商：长{45,46}…");
    }

    /** The lines above the title. */
    private static List<String> header(Field... fields) throws IOException {
        var paper = new Paper("题", null, "某公司", List.of(fields), List.of(), List.of(Field.blank("签字")));
        try (var document = Loader.loadPDF(PaperFormat.PDF.written(paper))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document)
                    .lines()
                    .map(String::strip)
                    .takeWhile(line -> !line.equals("题"))
                    .toList();
        }
    }

    private static Paper paper(String text) {
        return paper(List.of(new Paper.Section("节", new Paper.Words(text), new Paper.Fields(new Field("栏", text)))));
    }

    private static Paper paper(List<Paper.Section> sections) {
        return new Paper("题", "（标）", "某公司", List.of(new Field("编号", "1")), sections, List.of(Field.blank("签字")));
    }

    private static String pdf(Paper paper) throws IOException {
        try (var document = Loader.loadPDF(PaperFormat.PDF.written(paper))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }
}
