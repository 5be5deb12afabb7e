package org.suyuan.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Forms as a careful filer fills them. */
public final class Forms {

    private Forms() {}

    public static TraceReportForm form(String declarationNo, int seqNo, String... quantities) {
        var form = new TraceReportForm();
        form.setDeclarationNo(declarationNo);
        form.setGoodsSeqNo(seqNo);
        form.setSales(
                new ArrayList<>(List.of(quantities).stream().map(Forms::sale).toList()));
        return form;
    }

    public static SalesLine sale(String quantity) {
        var sale = new SalesLine();
        sale.setBuyerName("福建示例食品有限公司");
        sale.setBuyerUscc("91350100M000100Y43");
        sale.setBuyerAddress("福建省福州市鼓楼区示例路1号");
        sale.setBuyerContact("13812345678");
        sale.setSoldQuantity(new BigDecimal(quantity));
        sale.setDeliveryDate(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1));
        return sale;
    }
}
