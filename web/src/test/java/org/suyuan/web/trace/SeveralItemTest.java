package org.suyuan.web.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.trace.SalesLine;

@Tag("F4")
class SeveralItemTest {

    private final SeveralItem item = item("100");

    @Test
    void a_quantity_is_the_first_sale_and_goes_to_the_buyer_of_all() {
        item.getEntry().put(0, sale("5"));
        item.setQuantity("12.5");
        item.sellTo(buyer("福建示例食品有限公司"));

        assertThat(item.getEntry().getSales())
                .extracting(
                        SalesLine::getBuyerName, line -> line.getSoldQuantity().toPlainString())
                .containsExactly(tuple("福建示例食品有限公司", "12.5"), tuple("另一家", "5"));
        assertThat(item.getOthers()).hasSize(1);
        assertThat(item.getEntry().getLeft()).isEqualByComparingTo("82.5");
    }

    @Test
    void posting_it_again_and_again_sells_it_once() {
        item.setQuantity("1");
        item.sellTo(buyer("甲"));
        item.setQuantity("2");
        item.sellTo(buyer("乙"));

        assertThat(item.getEntry().getSales()).hasSize(1);
        assertThat(item.getEntry().getSoldTotal()).isEqualByComparingTo("2");
        assertThat(item.getOthers()).isEmpty();
    }

    @Test
    void an_empty_quantity_sells_nothing_and_a_shapeless_one_says_so() {
        item.setQuantity("1");
        item.setQuantity(null);
        assertThat(item.getEntry().getSales()).isEmpty();
        assertThat(item.joins()).isFalse();
        assertThat(item.isQuantityShapeless()).isFalse();

        item.setQuantity("1e5");
        assertThat(item.getEntry().getSales()).isEmpty();
        assertThat(item.isQuantityShapeless()).isTrue();
    }

    @Test
    void what_is_sold_out_can_only_be_finished() {
        var soldOut = item("0");
        assertThat(soldOut.isTickable()).isFalse();

        soldOut.getEntry().getForm().setUnifiedNo("FT2026000000000001");
        assertThat(soldOut.isTickable()).isTrue();
    }

    @Test
    void after_it_was_filed_the_rest_is_a_new_report() {
        item.setTicked(true);
        item.setQuantity("1");
        item.getEntry().getForm().setUnifiedNo("FT2026000000000001");
        item.renew();

        assertThat(item.getEntry().getForm().getUnifiedNo()).isNull();
        assertThat(item.getEntry().getForm().getGoodsSeqNo()).isEqualTo(1);
        assertThat(item.getEntry().getSales()).isEmpty();
        assertThat(item.isTicked()).isFalse();
        assertThat(item.getQuantity()).isNull();
    }

    private static SalesLine buyer(String name) {
        var line = new SalesLine();
        line.setBuyerName(name);
        return line;
    }

    private static SalesLine sale(String quantity) {
        var line = buyer("另一家");
        line.setSoldQuantity(new BigDecimal(quantity));
        return line;
    }

    private static SeveralItem item(String remaining) {
        var entry = new ReportEntry();
        entry.pick(new Goods(
                "220220261000000001",
                "2202",
                "311002",
                LocalDate.of(2026, 1, 1),
                1,
                "0202300090",
                "冷冻去骨牛肉",
                "20千克/箱",
                List.of("LOT-1"),
                null,
                null,
                new BigDecimal("100"),
                "035",
                BigDecimal.ZERO,
                new BigDecimal(remaining)));
        return new SeveralItem(entry, null);
    }
}
