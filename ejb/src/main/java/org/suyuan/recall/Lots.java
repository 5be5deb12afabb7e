package org.suyuan.recall;

import java.util.List;

/**
 * The affected lots of a goods item.
 *
 * @param batchNos none means all lots of the item
 */
public record Lots(List<String> batchNos) {

    /** @param text lots separated by {@code ;}, or null for all of them */
    public static Lots of(String text) {
        return new Lots(text == null ? List.of() : List.of(text.split(";")));
    }

    /** What {@link #of} understands. */
    public String text() {
        return batchNos.isEmpty() ? null : String.join(";", batchNos);
    }

    /** Whether these share the quantity of a declared or reported line with other lots. */
    public boolean areMixedIn(String batchNo) {
        return !batchNos.isEmpty() && (batchNo == null || !batchNos.containsAll(List.of(batchNo.split(";"))));
    }
}
