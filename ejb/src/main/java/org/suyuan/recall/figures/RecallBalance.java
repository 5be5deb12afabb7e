package org.suyuan.recall.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Mass balance of a recall (F11), in the unit of the declaration: imported = unsold + sold, sold = recalled +
 * unrecoverable + open, recalled = destroyed + remedied + in stock.
 *
 * @param imported declared quantity of the item, or null when the declaration is not known
 * @param sold what live reports sold of the affected lots
 * @param notFiled what drafts and reports without success at customs sold of them
 * @param unsoldToo what was recalled includes unsold stock, so that there is more to recall than was sold
 * @param recalled over all rounds
 * @param lotsMixed the affected lots share their quantities with others
 * @param completed the recall is reported as complete
 */
public record RecallBalance(
        BigDecimal imported,
        BigDecimal sold,
        BigDecimal notFiled,
        boolean unsoldToo,
        BigDecimal recalled,
        Disposal disposal,
        boolean lotsMixed,
        boolean completed) {

    /** Null when it is not known what was imported. */
    public BigDecimal unsold() {
        return imported == null ? null : imported.subtract(sold);
    }

    /** What there is to recall: all that was sold, or all that was imported. */
    public BigDecimal recallable() {
        return unsoldToo && imported != null ? imported.max(sold) : sold;
    }

    /** Neither came back nor is known to be lost; below zero when more came back than there was. */
    public BigDecimal open() {
        return recallable().subtract(recalled).subtract(disposal.unrecoverable());
    }

    /** More than there was to recall: may be true, by weighing or loose packs, but must be explained. */
    public boolean exceedsRecallable() {
        return open().signum() < 0;
    }

    /** More destroyed, remedied and stored than came back: cannot be. */
    public boolean isImpossible() {
        return disposal.total().compareTo(recalled) > 0;
    }

    /** Everything that does not add up. */
    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        if (imported == null) {
            gaps.add(new Gap(Gap.Kind.IMPORT_UNKNOWN, null));
        } else if (unsold().signum() < 0) {
            gaps.add(new Gap(Gap.Kind.SOLD_OVER_IMPORTED, unsold().negate()));
        }
        if (lotsMixed) {
            gaps.add(new Gap(Gap.Kind.LOTS_NOT_SEPARATED, null));
        }
        if (notFiled.signum() > 0) {
            gaps.add(new Gap(Gap.Kind.NOT_FILED, notFiled));
        }
        if (exceedsRecallable()) {
            gaps.add(new Gap(Gap.Kind.RECALLED_OVER_SOLD, open().negate()));
        }
        var undisposed = recalled.subtract(disposal.total());
        if (undisposed.signum() != 0) {
            gaps.add(new Gap(
                    isImpossible() ? Gap.Kind.DISPOSED_OVER_RECALLED : Gap.Kind.DISPOSAL_OPEN, undisposed.abs()));
        }
        if (completed && open().signum() > 0) {
            gaps.add(new Gap(Gap.Kind.OPEN_AT_COMPLETION, open()));
        }
        return gaps;
    }
}
