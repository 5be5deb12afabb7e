package org.suyuan.web.recall;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks a name into lines of a picture, where the browser breaks none. */
final class Wrapping {

    private static final int MOST_LINES = 3;
    private static final int IDEOGRAPH = 14;
    private static final int CAPITAL = 11;
    private static final int LETTER = 9;
    private static final int FIRST_WIDE_CHARACTER = 0x2E80;
    private static final String ELLIPSIS = "\u2026";

    private Wrapping() {}

    /** At most three lines; what does not fit is cut and ends in an ellipsis. */
    static List<String> of(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text, width)) {
            if (width(line + piece.stripTrailing()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        if (lines.size() <= MOST_LINES) {
            return List.copyOf(lines);
        }
        var last = lines.get(MOST_LINES - 1);
        while (width(last + ELLIPSIS) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        return List.of(lines.get(0), lines.get(1), last + ELLIPSIS);
    }

    /** What must not be broken, unless it is wider than a line. */
    private static List<String> pieces(String text, int width) {
        var pieces = new ArrayList<String>();
        var breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        int begin = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            var piece = text.substring(begin, end);
            if (width(piece) <= width) {
                pieces.add(piece);
            } else {
                piece.codePoints().mapToObj(Character::toString).forEach(pieces::add);
            }
            begin = end;
        }
        return pieces;
    }

    /** In a common font; a browser's may differ a little. */
    private static int width(int character) {
        if (character >= FIRST_WIDE_CHARACTER) {
            return IDEOGRAPH;
        }
        return Character.isUpperCase(character) ? CAPITAL : LETTER;
    }

    private static int width(String text) {
        return text.codePoints().map(Wrapping::width).sum();
    }
}
