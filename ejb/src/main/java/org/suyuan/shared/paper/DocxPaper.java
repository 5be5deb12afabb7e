package org.suyuan.shared.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFieldRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A paper as .docx on A4, in the fonts that Chinese offices use. */
final class DocxPaper {

    private static final String SONG = "宋体";
    private static final String HEI = "黑体";
    private static final String LATIN = "Times New Roman";
    private static final String LABEL = "F2F2F2";

    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int MARGIN = 1360;
    private static final int TEXT_WIDTH = A4_WIDTH - 2 * MARGIN;
    private static final int ROOMY = 1120;

    private final XWPFDocument document = new XWPFDocument();

    private DocxPaper() {}

    static byte[] written(Paper paper) throws IOException {
        var docx = new DocxPaper();
        try (docx.document) {
            docx.write(paper);
            var bytes = new ByteArrayOutputStream();
            docx.document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void write(Paper paper) {
        document.getProperties().getCoreProperties().setTitle(paper.title());
        document.getProperties().getCoreProperties().setCreator(paper.author());
        page();
        edges(paper);
        centred(paper.title(), HEI, 20, 120);
        if (paper.mark() != null) {
            centred(paper.mark(), SONG, 10.5, 120);
        }
        for (int i = 0; i < paper.sections().size(); i++) {
            heading(paper.heading(i));
            paper.sections().get(i).parts().forEach(this::write);
        }
        paragraph().setSpacingBefore(300);
        var signature = fields(paper.signature(), false);
        signature.setTableAlignment(TableRowAlign.RIGHT);
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        var margins = section.addNewPgMar();
        var margin = BigInteger.valueOf(MARGIN);
        margins.setTop(margin);
        margins.setRight(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
    }

    private void edges(Paper paper) {
        var header = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        header.setBorderBottom(Borders.SINGLE);
        run(header, SONG, 9).setText(paper.headerLine());
        var footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setAlignment(ParagraphAlignment.CENTER);
        run(footer, SONG, 9).setText("第 ");
        number(footer, "PAGE");
        run(footer, SONG, 9).setText(" 页　共 ");
        number(footer, "NUMPAGES");
        run(footer, SONG, 9).setText(" 页");
    }

    private static void number(XWPFParagraph paragraph, String instruction) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        styled(new XWPFFieldRun(field, field.addNewR(), paragraph), SONG, 9).setText("1");
    }

    private void write(Paper.Part part) {
        if (part instanceof Paper.Fields fields) {
            fields(fields.fields(), true);
        } else if (part instanceof Paper.Grid grid) {
            write(grid);
        } else if (part instanceof Paper.Words words) {
            var paragraph = paragraph();
            paragraph.setIndentationFirstLine(420);
            text(run(paragraph, SONG, 10.5), words.text());
        }
    }

    private XWPFTable fields(List<Field> fields, boolean bordered) {
        int width = bordered ? TEXT_WIDTH : TEXT_WIDTH * 3 / 5;
        var table = table(fields.size(), width, bordered ? List.of(2, 5) : List.of(1, 1));
        if (!bordered) {
            table.removeBorders();
        }
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var row = table.getRow(i);
            fill(
                    row.getCell(0),
                    field.label() + (bordered ? "" : "："),
                    bordered,
                    bordered ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
            fill(row.getCell(1), field.shown(), false, ParagraphAlignment.LEFT);
            if (field.roomy() && field.isBlank()) {
                row.setHeight(ROOMY);
            }
        }
        return table;
    }

    private void write(Paper.Grid grid) {
        var caption = centred(grid.caption(), SONG, 10.5, 60);
        caption.setSpacingBefore(120);
        caption.setKeepNext(true);
        var table = table(grid.rows().size() + 1, TEXT_WIDTH, grid.widths());
        table.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < grid.header().size(); column++) {
            fill(table.getRow(0).getCell(column), grid.header().get(column), true, ParagraphAlignment.CENTER);
            for (int i = 0; i < grid.rows().size(); i++) {
                fill(
                        table.getRow(i + 1).getCell(column),
                        grid.rows().get(i).get(column),
                        false,
                        ParagraphAlignment.LEFT);
            }
        }
    }

    private XWPFTable table(int rows, int width, List<Integer> shares) {
        var before = document.getBodyElements();
        if (!before.isEmpty() && before.get(before.size() - 1) instanceof XWPFTable) {
            run(paragraph(), SONG, 4); // tables without anything between them become one
        }
        var table = document.createTable(rows, shares.size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(width);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().addNewTblGrid();
        int sum = shares.stream().mapToInt(Integer::intValue).sum();
        for (int column = 0; column < shares.size(); column++) {
            int part = width * shares.get(column) / sum;
            grid.addNewGridCol().setW(BigInteger.valueOf(part));
            for (var row : table.getRows()) {
                row.getCell(column).setWidth(String.valueOf(part));
            }
        }
        table.getRows().forEach(row -> row.setCantSplitRow(true));
        return table;
    }

    private static void fill(XWPFTableCell cell, String text, boolean label, ParagraphAlignment alignment) {
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        if (label) {
            cell.setColor(LABEL);
        }
        var paragraph = cell.getParagraphs().get(0);
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(40);
        paragraph.setSpacingAfter(40);
        text(run(paragraph, SONG, 10.5), text);
    }

    private void heading(String text) {
        var paragraph = paragraph();
        paragraph.setSpacingBefore(240);
        paragraph.setSpacingAfter(120);
        paragraph.setKeepNext(true);
        text(run(paragraph, HEI, 13), text);
    }

    private XWPFParagraph centred(String text, String font, double size, int after) {
        var paragraph = paragraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(after);
        text(run(paragraph, font, size), text);
        return paragraph;
    }

    private XWPFParagraph paragraph() {
        return document.createParagraph();
    }

    private static XWPFRun run(XWPFParagraph paragraph, String font, double size) {
        return styled(paragraph.createRun(), font, size);
    }

    private static XWPFRun styled(XWPFRun run, String font, double size) {
        run.setFontFamily(LATIN, FontCharRange.ascii);
        run.setFontFamily(LATIN, FontCharRange.hAnsi);
        run.setFontFamily(font, FontCharRange.eastAsia);
        run.setFontSize(size);
        return run;
    }

    private static void text(XWPFRun run, String text) {
        var lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }
}
