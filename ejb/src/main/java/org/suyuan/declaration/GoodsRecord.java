package org.suyuan.declaration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * One line of goods of a pushed declaration.
 *
 * @param goodsCode 10 digits, or 13 with the inspection suffix
 * @param batchNos several are separated by {@code ;}; null when none is declared
 */
public record GoodsRecord(
        int seqNo,
        String goodsCode,
        String name,
        String specification,
        String brand,
        String batchNos,
        LocalDate productionDate,
        Integer shelfLifeDays,
        BigDecimal quantity,
        String unit,
        String originCountry,
        String producer,
        String producerRegistration) {

    /** The same quantity is written the same. */
    public GoodsRecord {
        quantity = quantity == null ? null : quantity.stripTrailingZeros();
    }

    Stream<Object> declared() {
        return Stream.of(
                seqNo,
                goodsCode,
                name,
                specification,
                brand,
                batchNos,
                productionDate,
                shelfLifeDays,
                quantity,
                unit,
                originCountry,
                producer,
                producerRegistration);
    }
}
