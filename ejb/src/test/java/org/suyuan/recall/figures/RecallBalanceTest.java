package org.suyuan.recall.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.recall.figures.Gap.Kind;

@Tag("F11")
class RecallBalanceTest {

    @Test
    void adds_up() {
        var balance = balance("1000", "800", "600", new Disposal(q("400"), q("50"), q("150"), q("20")));

        assertThat(balance.unsold()).isEqualByComparingTo("200");
        assertThat(balance.open()).isEqualByComparingTo("180");
        assertThat(balance.gaps()).isEmpty();
    }

    @Test
    void names_every_gap() {
        var balance = new RecallBalance(
                q("700"),
                q("800"),
                q("30"),
                false,
                q("600"),
                new Disposal(q("400"), q("0"), q("150"), q("0")),
                true,
                true);

        assertThat(balance.gaps())
                .extracting(
                        Gap::kind,
                        gap -> gap.quantity() == null ? "" : gap.quantity().toPlainString())
                .containsExactly(
                        tuple(Kind.SOLD_OVER_IMPORTED, "100"),
                        tuple(Kind.LOTS_NOT_SEPARATED, ""),
                        tuple(Kind.NOT_FILED, "30"),
                        tuple(Kind.DISPOSAL_OPEN, "50"),
                        tuple(Kind.OPEN_AT_COMPLETION, "200"));
    }

    @Test
    @Tag("R11")
    void unsold_stock_counts_only_when_it_is_included() {
        var sold = balance("1000", "800", "900", Disposal.NONE);
        assertThat(sold.exceedsRecallable()).isTrue();

        var all = new RecallBalance(q("1000"), q("800"), q("0"), true, q("900"), Disposal.NONE, false, false);
        assertThat(all.exceedsRecallable()).isFalse();
        assertThat(all.open()).isEqualByComparingTo("100");
    }

    @Test
    void nothing_known_of_the_import_is_a_gap_and_no_fault() {
        var balance = balance(null, "800", "0", Disposal.NONE);
        assertThat(balance.unsold()).isNull();
        assertThat(balance.gaps()).extracting(Gap::kind).containsExactly(Kind.IMPORT_UNKNOWN);
    }

    @Test
    void more_disposed_of_than_recalled_is_impossible() {
        var balance = balance("1000", "800", "100", new Disposal(q("100"), q("0.00001"), q("0"), q("0")));
        assertThat(balance.isImpossible()).isTrue();
        assertThat(balance.gaps()).extracting(Gap::kind).containsExactly(Kind.DISPOSED_OVER_RECALLED);
    }

    static RecallBalance balance(String imported, String sold, String recalled, Disposal disposal) {
        return new RecallBalance(
                imported == null ? null : q(imported), q(sold), q("0"), false, q(recalled), disposal, false, false);
    }

    private static BigDecimal q(String quantity) {
        return new BigDecimal(quantity);
    }
}
