package org.suyuan.foodsafety;

import java.util.ArrayList;
import java.util.List;
import org.suyuan.foodsafety.TextQuery.Word;

/**
 * A way to take what was typed. The strictest that finds something is the right one; it is settled by the text alone, so
 * that narrowing hits down never brings others in.
 *
 * @param number the whole text as the number of a document, or null
 * @param words what a notice must have otherwise, or null
 * @param enough hits from which on no laxer way is tried
 * @param isPartial true when not all words need be there
 */
record Reading(TextQuery text, Wanted number, Wanted words, int enough, boolean isPartial) {

    /** With fewer hits than this, words that only begin so are looked for, too. */
    private static final int ENOUGH = 100;

    /** Names, days and other words that may be missing when nothing has all. */
    private static final int[] MISSING = {1, 2, 4, 7};

    /** The strictest first; at least one. */
    static List<Reading> of(TextQuery text) {
        var readings = new ArrayList<Reading>();
        readings.add(new Reading(text, number(text, false), words(text), ENOUGH, false));
        var wide = text.widened();
        if (text.number() != null || !wide.equals(text)) {
            readings.add(new Reading(wide, number(text, true), words(wide), 1, false));
        }
        for (int missing : MISSING) {
            if (missing < text.clauses().size()) {
                readings.add(new Reading(wide, null, wide.allBut(missing), 1, true));
            }
        }
        return readings;
    }

    private static Wanted number(TextQuery text, boolean begins) {
        return text.number() == null ? null : new Wanted.Has(new Word(NoticeImport.numberToken(text.number()), begins));
    }

    private static Wanted words(TextQuery text) {
        return text.clauses().isEmpty() ? null : text.all();
    }
}
