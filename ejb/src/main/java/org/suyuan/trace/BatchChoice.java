package org.suyuan.trace;

import java.util.HashSet;
import java.util.List;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.shared.Refusal;

/** Which of the 生产批号 of a goods item a report is about (T17). */
final class BatchChoice {

    private BatchChoice() {}

    /** @return the chosen batch numbers, or all of the item's when none was chosen; null when it has none */
    static String of(GoodsItem item, List<String> chosen) {
        var declared = item.batchNos();
        if (chosen != null && !new HashSet<>(declared).containsAll(chosen)) {
            throw new Refusal("trace.batchNotDeclared", String.join("; ", declared));
        }
        var batches = chosen == null || chosen.isEmpty() ? declared : chosen;
        return batches.isEmpty() ? null : String.join(";", batches);
    }
}
