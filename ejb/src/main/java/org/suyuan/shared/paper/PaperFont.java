package org.suyuan.shared.paper;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The Chinese font that the portal brings along for PDF. It holds the 8,105 characters of 通用规范汉字表, GB 2312 and the
 * Latin of European and Vietnamese names; any other is shown as 〓 with its number in Unicode.
 */
final class PaperFont {

    static final BaseFont FONT = read("SuyuanPapers.ttf");

    private static final String FIRST_CLOSING = "，。、；：？！）》〉」』】〕”’％…,.;:?!)]}%";

    private static final String LAST_OPENING = "（《〈「『【〔“‘([{";

    private PaperFont() {}

    /** The text with every character that the font lacks replaced visibly. */
    static String shown(String text) {
        var shown = new StringBuilder();
        text.replace('\t', ' ')
                .codePoints()
                .filter(character -> character != '\r')
                .forEach(character -> {
                    if (character == '\n' || FONT.charExists(character)) {
                        shown.appendCodePoint(character);
                    } else {
                        shown.append(String.format("〓(U+%04X)", character));
                    }
                });
        return shown.toString();
    }

    /** 避头尾: no line begins with a closing mark or ends with an opening one. */
    static boolean mayBreakBetween(char before, char after) {
        return FIRST_CLOSING.indexOf(after) < 0 && LAST_OPENING.indexOf(before) < 0;
    }

    private static BaseFont read(String name) {
        try (var file = PaperFont.class.getResourceAsStream(name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
