package org.suyuan.recall.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.recall.figures.RecallEffectiveness.RoundQuantity;

@Tag("F12")
class RecallEffectivenessTest {

    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void adds_up_round_by_round_against_plan_and_sales() {
        var rounds = RecallEffectiveness.of(
                        new BigDecimal("900"),
                        new BigDecimal("800"),
                        List.of(round(1, "100"), round(2, "0"), round(3, "550.5")))
                .rounds();

        assertThat(rounds).extracting(r -> r.total().toPlainString()).containsExactly("100", "100", "650.5");
        assertThat(rounds).extracting(r -> r.ofPlan().toPlainString()).containsExactly("11.11", "11.11", "72.28");
        assertThat(rounds).extracting(r -> r.ofSold().toPlainString()).containsExactly("12.50", "12.50", "81.31");
    }

    @Test
    void without_a_plan_everything_sold_is_the_plan_and_nothing_sold_has_no_share() {
        assertThat(RecallEffectiveness.of(null, new BigDecimal("800"), List.of(round(1, "200")))
                        .rounds()
                        .get(0)
                        .ofPlan())
                .isEqualByComparingTo("25");
        assertThat(RecallEffectiveness.of(null, BigDecimal.ZERO, List.of(round(1, "0")))
                        .rounds()
                        .get(0)
                        .ofSold())
                .isNull();
    }

    /** Pounds recalled and recovered, from the recall records of the US Department of Agriculture (FSIS) of 2010. */
    @ParameterizedTest(name = "FSIS {0}")
    @CsvSource({
        "001-2010, 205, 117, 57.07, false",
        "002-2010, 2574, 1391, 54.04, false",
        "005-2010, 19200, 4800, 25.00, false",
        "010-2010, 750, 624, 83.20, false",
        "006-2010, 23754, 234686, 987.99, true",
        "013-2010, 96000, 100949, 105.16, true"
    })
    void published_recalls(String id, String recalled, String recovered, String percent, boolean mustBeExplained) {
        var sold = new BigDecimal(recalled);
        var figures = RecallEffectiveness.of(null, sold, List.of(round(1, recovered)));

        assertThat(figures.rounds().get(0).ofSold()).isEqualTo(percent);
        assertThat(RecallBalanceTest.balance(null, recalled, recovered, Disposal.NONE)
                        .exceedsRecallable())
                .isEqualTo(mustBeExplained);
    }

    private static RoundQuantity round(int number, String quantity) {
        return new RoundQuantity(number, AT, new BigDecimal(quantity));
    }
}
