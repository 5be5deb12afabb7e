package org.suyuan.recall.figures;

import java.math.BigDecimal;

/**
 * Something in a balance that does not add up.
 *
 * @param quantity how much, in the unit of the declaration; null when that cannot be said
 */
public record Gap(Kind kind, BigDecimal quantity) {

    /** What does not add up. */
    public enum Kind {
        /** The declaration is not known, or no longer. */
        IMPORT_UNKNOWN,
        /** The order names some lots of an item whose lots were declared, or reported, together. */
        LOTS_NOT_SEPARATED,
        /** More was sold than imported. */
        SOLD_OVER_IMPORTED,
        /** Sales that are not filed: in drafts, or in reports that customs failed or returned. */
        NOT_FILED,
        /** More came back or was lost than there was to recall. */
        RECALLED_OVER_SOLD,
        /** More was destroyed, remedied and stored than came back. */
        DISPOSED_OVER_RECALLED,
        /** Came back, but nobody says where it is. */
        DISPOSAL_OPEN,
        /** Neither came back nor is known to be lost, although the recall is reported as complete. */
        OPEN_AT_COMPLETION,
        /** A drill: what should be in the warehouse by the books was not counted there. */
        STOCK_NOT_COUNTED,
        /** A drill: less was counted in the warehouse than there should be by the books. */
        STOCK_SHORT,
        /** A drill: more was counted in the warehouse than there should be by the books. */
        STOCK_OVER
    }
}
