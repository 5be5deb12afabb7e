package org.suyuan.recall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.recall.clock.RecallClock;
import org.suyuan.recall.figures.RecallBalance;
import org.suyuan.recall.figures.RecallEffectiveness;
import org.suyuan.trace.TraceStatus;

/**
 * A recall with everything that its page shows.
 *
 * @param goods the declared item with its declaration: 商品信息 and 产品信息; null while the declaration is not known
 * @param rounds with their rows, the first one first
 * @param events the life of all rounds, oldest first
 * @param now the moment for which the deadlines are to be read
 */
public record RecallDetail(
        RecallTask task,
        GoodsItem goods,
        List<RecallRound> rounds,
        List<RecallEvent> events,
        RecallClock clock,
        RecallBalance balance,
        RecallEffectiveness effectiveness,
        Instant now) {

    /** The latest round, if there is any. */
    public Optional<RecallRound> currentRound() {
        return Optional.ofNullable(task.current());
    }

    /** Whether the form may be saved and submitted now. */
    public boolean editable() {
        return task.status() == RecallStatus.OPEN
                && currentRound()
                        .map(round -> round.status().isEditable() || round.status() == TraceStatus.CUSTOMS_STORED)
                        .orElse(true);
    }

    /** The form of the current round; of the next one, with the 处置 so far, once customs has stored the current one. */
    public RoundForm form() {
        var current = task.current();
        if (current != null && (current.status() != TraceStatus.CUSTOMS_STORED || !editable())) {
            return current.form();
        }
        var form = current == null ? new RoundForm() : current.form();
        form.setTaskNo(task.taskNo());
        form.setRoundNo(rounds.size() + 1);
        form.setLockVersion(0);
        form.setExplanation(null);
        form.getActions().clear();
        return form;
    }
}
