package org.suyuan.recall.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a recall has come, round by round (F12): 累计召回/计划比 and 累计召回/已销售比 of the 阶段性进展报告.
 *
 * @param planned 计划召回总量
 * @param sold 已销售总量
 */
public record RecallEffectiveness(BigDecimal planned, BigDecimal sold, List<Round> rounds) {

    private static final int PERCENT_DECIMALS = 2;

    /** What one round brought back. */
    public record RoundQuantity(int roundNo, Instant submittedAt, BigDecimal recalled) {}

    /**
     * One round.
     *
     * @param recalled 本阶段召回数量
     * @param total 累计召回数量
     * @param ofPlan percent of the planned quantity, two decimals; above 100 when more came back; null when none was planned
     * @param ofSold percent of the sold quantity in the same way
     */
    public record Round(
            int roundNo,
            Instant submittedAt,
            BigDecimal recalled,
            BigDecimal total,
            BigDecimal ofPlan,
            BigDecimal ofSold) {}

    /** @param planned null when everything sold is to be recalled */
    public static RecallEffectiveness of(BigDecimal planned, BigDecimal sold, List<RoundQuantity> quantities) {
        var plan = planned == null ? sold : planned;
        var rounds = new ArrayList<Round>();
        var total = BigDecimal.ZERO;
        for (var round : quantities) {
            total = total.add(round.recalled());
            rounds.add(new Round(
                    round.roundNo(),
                    round.submittedAt(),
                    round.recalled(),
                    total,
                    percent(total, plan),
                    percent(total, sold)));
        }
        return new RecallEffectiveness(plan, sold, List.copyOf(rounds));
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.movePointRight(2).divide(whole, PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
