package org.suyuan.trace;

import java.math.BigDecimal;
import org.suyuan.declaration.GoodsItem;

/**
 * A food item of a declaration as the picker shows it.
 *
 * @param reported quantity that live reports have already sold, in the item's unit
 */
public record PickableItem(GoodsItem item, BigDecimal reported) {

    public BigDecimal remaining() {
        return item.quantity().subtract(reported);
    }
}
