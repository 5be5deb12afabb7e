package org.suyuan.trace.sheets;

import java.util.regex.Pattern;

/**
 * A cell as the file has it: its text, dates as {@code yyyy-MM-dd}, without the invisible characters around it.
 *
 * @param flaw why the text is not what the user sees or means, or null
 */
record SourceCell(String text, Flaw flaw) {

    /** What may be wrong with a cell itself, whatever column it stands in. */
    enum Flaw {
        /** A number of more than 15 digits: Excel has replaced the others by zeros. */
        LOST_DIGITS,
        /** A formula that no program has computed yet. */
        NO_VALUE,
        /** #N/A, #REF! and their like. */
        FAULTY,
        /** One quantity for several rows: nobody knows how much of it belongs to which. */
        SHARED_QUANTITY
    }

    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{Zs}\\u200B-\\u200D\\uFEFF]+|[\\s\\p{Zs}\\u200B-\\u200D\\uFEFF]+$");

    static final SourceCell EMPTY = new SourceCell("", null);

    SourceCell {
        text = AROUND.matcher(text).replaceAll("");
    }

    static SourceCell of(String text) {
        return text == null || text.isEmpty() ? EMPTY : new SourceCell(text, null);
    }

    boolean isEmpty() {
        return text.isEmpty() && flaw == null;
    }
}
