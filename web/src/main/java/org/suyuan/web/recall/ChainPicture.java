package org.suyuan.web.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Format;

/**
 * A {@link Chain} as boxes and arrows, measured in the units of an SVG: beside each other, or one below the other for narrow
 * pages.
 *
 * @param name {@code wide} or {@code tall}
 */
public record ChainPicture(String name, int width, int height, List<Box> boxes, List<Edge> edges) {

    private static final int BOX = 180;
    private static final int[] COLUMNS = {0, 280, 560, 880};
    private static final int WIDE = 1060;
    private static final int TALL = 320;
    private static final int INDENT = 44;
    private static final int BUS = 20;
    private static final int PADDING = 9;
    private static final int GAP = 12;
    private static final int ARROW_ROOM = 42;
    private static final int TIP = 2;

    /**
     * A box with its words.
     *
     * @param caption what it is
     * @param lines its name, wrapped
     * @param fullName its name, however long
     * @param detail a last line, or null
     * @param href where it leads to, or null
     */
    public record Box(
            int x,
            int y,
            int width,
            int height,
            String caption,
            List<Line> lines,
            String fullName,
            Line detail,
            String href) {

        int middle() {
            return y + height / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    /** A line of text. */
    public record Line(int y, String text) {}

    /** An arrow and what is written at it. */
    public record Edge(String path, List<Label> labels) {}

    /** @param anchor start or middle, as SVG calls it */
    public record Label(int x, int y, String anchor, String text) {}

    /** For wide pages and for narrow ones; a style shows the one that fits. */
    static List<ChainPicture> bothOf(Chain chain, Answers words) {
        var drawing = new Drawing(chain, words);
        return List.of(drawing.wide(), drawing.tall());
    }

    private record Drawing(Chain chain, Answers words) {

        ChainPicture wide() {
            var buyers = new ArrayList<Box>();
            int y = 1;
            for (var buyer : buyers()) {
                var box = box(COLUMNS[3], y, BOX, buyer.caption(), buyer.name(), null, buyer.href());
                buyers.add(box);
                y = box.bottom() + GAP;
            }
            int height = Math.max(y - GAP, 130);
            int middle = height / 2;
            var exporter = centred(exporter(0, BOX), middle);
            var declaration = centred(declaration(COLUMNS[1], BOX), middle);
            var importer = centred(importer(COLUMNS[2], BOX), middle);
            var edges = new ArrayList<Edge>();
            edges.add(new Edge(
                    "M%d,%d H%d".formatted(COLUMNS[1], middle, BOX + TIP), imported((BOX + COLUMNS[1]) / 2, middle)));
            edges.add(new Edge(
                    "M%d,%d H%d".formatted(COLUMNS[1] + BOX, middle, COLUMNS[2] - TIP),
                    imported((COLUMNS[1] + BOX + COLUMNS[2]) / 2, middle)));
            int begin = COLUMNS[2] + BOX;
            for (int i = 0; i < buyers.size(); i++) {
                var quantity = buyers().get(i).quantity();
                if (quantity != null) {
                    int at = buyers.get(i).middle();
                    edges.add(new Edge(
                            "M%d,%d H%d V%d H%d".formatted(begin, middle, begin + BUS, at, COLUMNS[3] - TIP),
                            List.of(new Label(begin + BUS + 5, at - 6, "start", quantity))));
                }
            }
            var boxes = new ArrayList<>(List.of(exporter, declaration, importer));
            boxes.addAll(buyers);
            return new ChainPicture("wide", WIDE, height + 1, boxes, edges);
        }

        ChainPicture tall() {
            var exporter = box(0, 1, TALL, exporterCaption(), exporterName(), null, null);
            var declaration = moved(declaration(0, TALL), exporter.bottom() + ARROW_ROOM);
            var importer = moved(importer(0, TALL), declaration.bottom() + ARROW_ROOM);
            var boxes = new ArrayList<>(List.of(exporter, declaration, importer));
            var edges = new ArrayList<Edge>();
            edges.add(down(declaration.y(), exporter.bottom() + TIP));
            edges.add(down(declaration.bottom(), importer.y() - TIP));
            int y = importer.bottom() + 2 * GAP;
            for (var buyer : buyers()) {
                var box = box(INDENT, y, TALL - INDENT, buyer.caption(), buyer.name(), buyer.quantity(), buyer.href());
                boxes.add(box);
                if (buyer.quantity() != null) {
                    edges.add(new Edge(
                            "M%d,%d V%d H%d".formatted(BUS, importer.bottom(), box.middle(), INDENT - TIP), List.of()));
                }
                y = box.bottom() + GAP;
            }
            return new ChainPicture("tall", TALL, y - GAP + 1, boxes, edges);
        }

        private Edge down(int from, int to) {
            var label = new Label(BUS + 12, (from + to) / 2 + 4, "start", quantity(chain.imported()));
            return new Edge(
                    "M%d,%d V%d".formatted(BUS, from, to), chain.imported() == null ? List.of() : List.of(label));
        }

        /** The number above the arrow, its unit below. */
        private List<Label> imported(int x, int y) {
            return chain.imported() == null
                    ? List.of()
                    : List.of(
                            new Label(x, y - 6, "middle", Format.plain(chain.imported())),
                            new Label(x, y + 17, "middle", chain.unit()));
        }

        private Box exporter(int x, int width) {
            return box(x, 0, width, exporterCaption(), exporterName(), null, null);
        }

        private String exporterCaption() {
            return words.text("recallText.exporter");
        }

        private String exporterName() {
            return chain.exporter() == null ? words.text("recallText.unknown") : chain.exporter();
        }

        private Box declaration(int x, int width) {
            return box(x, 0, width, words.text("recallText.declarationNo"), chain.declarationNo(), null, null);
        }

        private Box importer(int x, int width) {
            var unsold =
                    chain.unsold() == null ? null : words.text("recallText.unsold") + " " + quantity(chain.unsold());
            return box(x, 0, width, words.text("recallText.importerInChain"), chain.importer(), unsold, "#balance");
        }

        /** What the last boxes say; the quantity is null when there is nothing to lead to. */
        private record Last(String caption, String name, String quantity, String href) {}

        private List<Last> buyers() {
            var caption = words.text("recallText.buyersInChain");
            var last = new ArrayList<Last>();
            for (var buyer : chain.buyers()) {
                last.add(new Last(caption, buyer.name(), quantity(buyer.quantity()), "#buyers"));
            }
            if (chain.others() > 0) {
                var others = words.text("recallText.otherBuyers", chain.others());
                last.add(new Last(caption, others, quantity(chain.soldToOthers()), "#buyers"));
            }
            if (last.isEmpty()) {
                last.add(new Last(caption, words.text("recallText.noSales"), null, null));
            }
            return last;
        }

        private String quantity(BigDecimal quantity) {
            return quantity == null ? "" : Format.plain(quantity) + " " + chain.unit();
        }

        private static Box box(int x, int y, int width, String caption, String name, String detail, String href) {
            var lines = new ArrayList<Line>();
            int line = y + 20;
            for (var text : Wrapping.of(name, width - 2 * PADDING)) {
                line += 18;
                lines.add(new Line(line, text));
            }
            if (detail != null) {
                line += 19;
            }
            return new Box(
                    x,
                    y,
                    width,
                    line + 11 - y,
                    caption,
                    List.copyOf(lines),
                    name,
                    detail == null ? null : new Line(line, detail),
                    href);
        }

        private static Box centred(Box box, int middle) {
            return moved(box, middle - box.height() / 2);
        }

        private static Box moved(Box box, int y) {
            int by = y - box.y();
            return new Box(
                    box.x(),
                    y,
                    box.width(),
                    box.height(),
                    box.caption(),
                    box.lines().stream()
                            .map(line -> new Line(line.y() + by, line.text()))
                            .toList(),
                    box.fullName(),
                    box.detail() == null
                            ? null
                            : new Line(box.detail().y() + by, box.detail().text()),
                    box.href());
        }
    }
}
