package org.suyuan.shared.paper;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.DefaultSplitCharacter;
import com.lowagie.text.pdf.PdfChunk;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A paper as PDF on A4, with the characters that it uses embedded. */
final class PdfPaper {

    private static final float MARGIN = 68;
    private static final float HEAD_ROOM = 24;
    private static final float ROOMY = 56;
    private static final float ROOM_BELOW_HEADING = 130;
    private static final float LEADING = 1.4f;
    private static final Color LABEL = new Color(0xF2, 0xF2, 0xF2);

    private static final Font TITLE = new Font(PaperFont.FONT, 20, Font.BOLD);
    private static final Font HEADING = new Font(PaperFont.FONT, 13, Font.BOLD);
    private static final Font TEXT = new Font(PaperFont.FONT, 10.5f);
    private static final Font SMALL = new Font(PaperFont.FONT, 9);

    private static final SplitCharacter CHINESE = new DefaultSplitCharacter() {
        @Override
        public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
            return super.isSplitCharacter(start, current, end, text, chunks)
                    && (current + 1 >= end || PaperFont.mayBreakBetween(text[current], text[current + 1]));
        }
    };

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN + HEAD_ROOM, MARGIN);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PdfWriter writer = PdfWriter.getInstance(document, bytes);

    private PdfPaper() {}

    static byte[] written(Paper paper) {
        var pdf = new PdfPaper();
        pdf.writer.setPageEvent(new Edges(paper));
        pdf.writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
        pdf.document.addTitle(paper.title());
        pdf.document.addAuthor(paper.author());
        pdf.document.open();
        pdf.write(paper);
        pdf.document.close();
        return pdf.bytes.toByteArray();
    }

    private void write(Paper paper) {
        paragraph(paper.title(), TITLE, Element.ALIGN_CENTER, 0);
        if (paper.mark() != null) {
            paragraph(paper.mark(), TEXT, Element.ALIGN_CENTER, 0);
        }
        for (int i = 0; i < paper.sections().size(); i++) {
            keepRoom();
            paragraph(paper.heading(i), HEADING, Element.ALIGN_LEFT, 0);
            paper.sections().get(i).parts().forEach(this::write);
        }
        var signature = fields(paper.signature(), Rectangle.NO_BORDER);
        signature.setSpacingBefore(30);
        signature.setWidthPercentage(60);
        signature.setHorizontalAlignment(Element.ALIGN_RIGHT);
        signature.setKeepTogether(true);
        document.add(signature);
    }

    private void write(Paper.Part part) {
        if (part instanceof Paper.Fields fields) {
            document.add(fields(fields.fields(), Rectangle.BOX));
        } else if (part instanceof Paper.Grid grid) {
            write(grid);
        } else if (part instanceof Paper.Words words) {
            paragraph(words.text(), TEXT, Element.ALIGN_LEFT, 2 * TEXT.getSize());
        }
    }

    private static PdfPTable fields(List<Field> fields, int border) {
        var table = border == Rectangle.NO_BORDER ? table(1, 1) : table(2, 5);
        for (var field : fields) {
            var label = cell(field.label() + (border == Rectangle.NO_BORDER ? "：" : ""), border);
            if (border == Rectangle.NO_BORDER) {
                label.setHorizontalAlignment(Element.ALIGN_RIGHT);
            } else {
                label.setBackgroundColor(LABEL);
            }
            var value = cell(field.shown(), border);
            if (field.roomy() && field.isBlank()) {
                value.setMinimumHeight(ROOMY);
            }
            table.addCell(label);
            table.addCell(value);
        }
        return table;
    }

    private void write(Paper.Grid grid) {
        keepRoom();
        paragraph(grid.caption(), TEXT, Element.ALIGN_CENTER, 0);
        var table = table(grid.widths().stream().mapToInt(Integer::intValue).toArray());
        table.setHeaderRows(1);
        for (var name : grid.header()) {
            var cell = cell(name, Rectangle.BOX);
            cell.setBackgroundColor(LABEL);
            cell.setHorizontalAlignment(Element.ALIGN_CENTER);
            table.addCell(cell);
        }
        grid.rows().forEach(row -> row.forEach(value -> table.addCell(cell(value, Rectangle.BOX))));
        document.add(table);
    }

    private static PdfPTable table(int... widths) {
        var table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(6);
        return table;
    }

    private static PdfPCell cell(String text, int border) {
        var cell = new PdfPCell(phrase(text, TEXT));
        cell.setLeading(0, LEADING);
        cell.setBorder(border);
        cell.setBorderWidth(0.5f);
        cell.setPadding(4);
        cell.setPaddingBottom(6);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    /** Stands in a table of its own: OpenPDF writes tables after text, and a reader copies a page in the order of writing. */
    private void paragraph(String text, Font font, int alignment, float indent) {
        var cell = new PdfPCell(phrase(text, font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingBottom(font.getSize() / 2);
        cell.setLeading(0, LEADING);
        cell.setHorizontalAlignment(alignment);
        cell.setIndent(indent);
        var table = table(1);
        table.setSpacingBefore(font == HEADING ? 6 : 0);
        table.setSpacingAfter(0);
        table.addCell(cell);
        document.add(table);
    }

    /** No heading stands alone at the foot of a page. */
    private void keepRoom() {
        if (writer.getVerticalPosition(false) - document.bottom() < ROOM_BELOW_HEADING) {
            document.newPage();
        }
    }

    private static Phrase phrase(String text, Font font) {
        return new Phrase(new Chunk(PaperFont.shown(text), font).setSplitCharacter(CHINESE));
    }

    /** What stands on top and at the foot of each page. */
    private static final class Edges extends PdfPageEventHelper {

        private static final float TOTAL_WIDTH = 40;
        private static final String ELLIPSIS = "…";

        private final List<String> header;
        private PdfTemplate total;

        Edges(Paper paper) {
            header = lines(paper.header().stream().map(Field::line).toList());
        }

        /** As few lines as hold the fields without breaking any; one that is too long even for a line of its own is cut. */
        private static List<String> lines(List<String> fields) {
            var lines = new ArrayList<String>();
            for (var field : fields) {
                var last = lines.size() - 1;
                var joined = lines.isEmpty() ? field : lines.get(last) + Paper.BETWEEN_FIELDS + field;
                if (!lines.isEmpty() && fits(joined)) {
                    lines.set(last, joined);
                } else {
                    lines.add(cut(field));
                }
            }
            return lines;
        }

        private static String cut(String line) {
            var length = line.length();
            while (!fits(length == line.length() ? line : line.substring(0, length) + ELLIPSIS)) {
                length = line.offsetByCodePoints(length, -1);
            }
            return length == line.length() ? line : line.substring(0, length) + ELLIPSIS;
        }

        private static boolean fits(String line) {
            return PaperFont.FONT.getWidthPoint(PaperFont.shown(line), SMALL.getSize())
                    <= PageSize.A4.getWidth() - 2 * MARGIN;
        }

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, 2 * SMALL.getSize());
            total.setBoundingBox(new Rectangle(0, -SMALL.getSize(), TOTAL_WIDTH, 2 * SMALL.getSize()));
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var page = document.getPageSize();
            var canvas = writer.getDirectContent();
            float line = page.getTop() - MARGIN / 2;
            for (var words : header) {
                line -= SMALL.getSize() * LEADING;
                ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, phrase(words, SMALL), MARGIN, line, 0);
            }
            line -= 5;
            canvas.setLineWidth(0.5f);
            canvas.moveTo(MARGIN, line);
            canvas.lineTo(page.getRight() - MARGIN, line);
            canvas.stroke();
            float foot = MARGIN / 2;
            float middle = (page.getLeft() + page.getRight()) / 2;
            ColumnText.showTextAligned(
                    canvas, Element.ALIGN_RIGHT, phrase("第 " + writer.getPageNumber() + " 页　", SMALL), middle, foot, 0);
            canvas.addTemplate(total, middle, foot);
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            ColumnText.showTextAligned(
                    total, Element.ALIGN_LEFT, phrase("共 " + (writer.getPageNumber() - 1) + " 页", SMALL), 0, 0, 0);
        }
    }
}
