package org.suyuan.recall;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.suyuan.recall.figures.Disposal;

/**
 * One submitted version of a round, as it was: what customs is sent and what is kept for ever.
 *
 * @param agentUscc who reported for the importer as its agent (代理); null, like agentName, when it did itself (自理)
 */
public record FiledRound(
        String taskNo,
        int roundNo,
        int version,
        String importerUscc,
        String importerName,
        String agentUscc,
        String agentName,
        String declarationNo,
        int goodsSeqNo,
        boolean completed,
        boolean unsoldToo,
        Disposal disposal,
        String explanation,
        List<Action> actions,
        String submittedBy,
        Instant submittedAt) {

    /** One row of 召回处理情况. */
    public record Action(
            int rowNo,
            String responsiblePerson,
            String phone,
            LocalDate startDate,
            LocalDate endDate,
            BigDecimal recalledQuantity,
            String measures) {}

    static FiledRound of(RecallRound round, String importerName) {
        var filer = round.filer();
        var task = round.task();
        return new FiledRound(
                task.taskNo(),
                round.roundNo(),
                round.version(),
                task.importer().value(),
                importerName,
                filer.isAgent() ? filer.agentUscc().value() : null,
                filer.agentName(),
                task.declarationNo(),
                task.goodsSeqNo(),
                round.completed(),
                round.unsoldToo(),
                round.disposal(),
                round.explanation(),
                round.actions().stream()
                        .map(action -> new Action(
                                action.rowNo(),
                                action.responsiblePerson(),
                                action.phone(),
                                action.startDate(),
                                action.endDate(),
                                action.recalledQuantity(),
                                action.measures()))
                        .toList(),
                filer.loginName(),
                round.submittedAt());
    }
}
