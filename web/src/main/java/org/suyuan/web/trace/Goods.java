package org.suyuan.web.trace;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.suyuan.declaration.Declaration;
import org.suyuan.trace.FiledGoods;
import org.suyuan.trace.PickableItem;

/**
 * The goods item that a report is about, as its page keeps it; read like {@link FiledGoods}.
 *
 * @param batches its 生产批号, among which the filer chooses
 * @param reported quantity that submitted reports have sold already
 * @param remaining what may still be reported as sold; null when customs no longer declares the item
 */
public record Goods(
        String declarationNo,
        String declarationCustoms,
        String entryPort,
        LocalDate importDate,
        int seqNo,
        String goodsCode,
        String foodName,
        String specification,
        List<String> batches,
        LocalDate productionDate,
        Integer shelfLifeDays,
        BigDecimal quantity,
        String unit,
        BigDecimal reported,
        BigDecimal remaining)
        implements Serializable {

    static Goods of(Declaration declaration, PickableItem picked) {
        var item = picked.item();
        return new Goods(
                declaration.declarationNo(),
                declaration.customsDistrict(),
                declaration.entryPort(),
                declaration.importDate(),
                item.seqNo(),
                item.goodsCode(),
                item.name(),
                item.specification(),
                List.copyOf(item.batchNos()),
                item.productionDate(),
                item.shelfLifeDays(),
                item.quantity(),
                item.unit(),
                picked.reported(),
                picked.remaining());
    }

    /** As it was when the report was saved; what customs declares now is another matter. */
    static Goods asFiled(FiledGoods goods) {
        return new Goods(
                goods.declarationNo(),
                goods.declarationCustoms(),
                goods.entryPort(),
                goods.importDate(),
                goods.seqNo(),
                goods.goodsCode(),
                goods.foodName(),
                goods.specification(),
                goods.batchNo() == null ? List.of() : List.of(goods.batchNo().split(";")),
                goods.productionDate(),
                goods.shelfLifeDays(),
                goods.quantity(),
                goods.unit(),
                null,
                null);
    }

    public String batchNo() {
        return String.join(";", batches);
    }

    public LocalDate expiryDate() {
        return productionDate == null || shelfLifeDays == null ? null : productionDate.plusDays(shelfLifeDays);
    }
}
