package org.suyuan.recall.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F13")
class DrillFiguresTest {

    @Test
    void without_a_count_only_what_was_sold_is_accounted_for() {
        var figures = figures("1000", "800", "0", null);

        assertThat(figures.accountedPercent()).isEqualByComparingTo("80");
        assertThat(figures.gaps()).containsExactly(new Gap(Gap.Kind.STOCK_NOT_COUNTED, new BigDecimal("200")));
    }

    @Test
    void a_count_that_equals_the_books_accounts_for_everything() {
        var figures = figures("1000", "800", "0", "200.00");

        assertThat(figures.accountedPercent()).isEqualByComparingTo("100");
        assertThat(figures.gaps()).isEmpty();
    }

    @Test
    void a_count_that_differs_from_the_books_is_a_gap() {
        assertThat(figures("1000", "800", "0", "150").gaps())
                .containsExactly(new Gap(Gap.Kind.STOCK_SHORT, new BigDecimal("50")));
        assertThat(figures("1000", "800", "0", "150").accountedPercent()).isEqualByComparingTo("95");
        assertThat(figures("1000", "800", "0", "201.5").gaps())
                .containsExactly(new Gap(Gap.Kind.STOCK_OVER, new BigDecimal("1.5")));
    }

    @Test
    void more_sold_than_imported_and_sales_that_were_not_filed_are_gaps() {
        var figures = figures("1000", "1100", "30", "0");

        assertThat(figures.accountedPercent()).isEqualByComparingTo("110");
        assertThat(figures.gaps())
                .containsExactly(
                        new Gap(Gap.Kind.SOLD_OVER_IMPORTED, new BigDecimal("100")),
                        new Gap(Gap.Kind.NOT_FILED, new BigDecimal("30")));
    }

    @Test
    void buyers_are_reached_tried_in_vain_or_untried() {
        var figures = new DrillFigures(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, true, BigDecimal.ONE, 3, 1, 1);

        assertThat(figures.untried()).isOne();
        assertThat(figures.reachedPercent()).isEqualByComparingTo("33.33");
        assertThat(figures.gaps()).extracting(Gap::kind).contains(Gap.Kind.LOTS_NOT_SEPARATED);
        assertThat(figures("10", "0", "0", null).reachedPercent())
                .as("of nobody")
                .isNull();
    }

    private static DrillFigures figures(String imported, String sold, String notFiled, String counted) {
        return new DrillFigures(
                new BigDecimal(imported),
                new BigDecimal(sold),
                new BigDecimal(notFiled),
                false,
                counted == null ? null : new BigDecimal(counted),
                0,
                0,
                0);
    }
}
