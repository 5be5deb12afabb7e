package org.suyuan.trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One submitted version of a trace report, as it was: what customs is sent and what is kept for ever.
 *
 * @param agentUscc who filed for the importer as its agent (代理); null, like agentName, when it filed itself (自理)
 */
public record FiledReport(
        String unifiedNo,
        int version,
        String importerUscc,
        String importerName,
        String agentUscc,
        String agentName,
        String applyCustoms,
        LocalDate reportDate,
        boolean generateQr,
        Goods goods,
        List<Sale> sales,
        String submittedBy,
        Instant submittedAt) {

    /** The goods item, with the codes of the declaration. */
    public record Goods(
            String declarationNo,
            String declarationCustoms,
            String entryPort,
            int seqNo,
            String goodsCode,
            String foodName,
            String specification,
            String brand,
            String batchNo,
            LocalDate productionDate,
            Integer shelfLifeDays,
            BigDecimal quantity,
            String unit,
            String originCountry) {}

    /** One row of 销售信息. */
    public record Sale(
            int rowNo,
            String buyerName,
            String buyerUscc,
            String buyerAddress,
            String buyerContact,
            BigDecimal soldQuantity,
            LocalDate deliveryDate) {}

    static FiledReport of(TraceReport report) {
        var goods = report.goods();
        var filer = report.filer();
        return new FiledReport(
                report.unifiedNo(),
                report.version(),
                report.enterprise().uscc().value(),
                report.enterprise().name(),
                filer.isAgent() ? filer.agentUscc().value() : null,
                filer.agentName(),
                report.applyCustoms(),
                report.reportDate(),
                report.generateQr(),
                new Goods(
                        goods.declarationNo(),
                        goods.declarationCustoms(),
                        goods.entryPort(),
                        goods.seqNo(),
                        goods.goodsCode(),
                        goods.foodName(),
                        goods.specification(),
                        goods.brand(),
                        goods.batchNo(),
                        goods.productionDate(),
                        goods.shelfLifeDays(),
                        goods.quantity(),
                        goods.unit(),
                        goods.originCountry()),
                report.sales().stream()
                        .map(sale -> new Sale(
                                sale.rowNo(),
                                sale.buyerName(),
                                sale.buyerUscc().value(),
                                sale.buyerAddress(),
                                sale.buyerContact(),
                                sale.soldQuantity(),
                                sale.deliveryDate()))
                        .toList(),
                filer.loginName(),
                report.submittedAt());
    }
}
