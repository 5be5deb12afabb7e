package org.suyuan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.suyuan.recall.RoundAnswers;
import org.suyuan.trace.CustomsAnswers;

/** Tells the report or the round that a message is about what became of it. */
@ApplicationScoped
class Subjects {

    @Inject
    private CustomsAnswers traceReports;

    @Inject
    private RoundAnswers recallRounds;

    /** @return whether the status moved; empty when there is no such report or round */
    Optional<Boolean> answered(ReceiptMessage receipt) {
        return switch (receipt.kind()) {
            case TRACE_REPORT -> traceReports.apply(receipt.subject(), receipt.version(), receipt.answer());
            case RECALL_ROUND ->
                recallRounds.apply(
                        RecallRoundMessage.taskNo(receipt.subject()),
                        RecallRoundMessage.roundNo(receipt.subject()),
                        receipt.version(),
                        receipt.answer());
        };
    }

    /** @param taken false when the gateway could not take it after all its tries */
    void dispatched(OutboxMessage message, boolean taken) {
        switch (message.messageType()) {
            case TraceReportMessage.TYPE -> traceReports.dispatched(message.businessKey(), message.version(), taken);
            case RecallRoundMessage.TYPE ->
                recallRounds.dispatched(
                        RecallRoundMessage.taskNo(message.businessKey()),
                        RecallRoundMessage.roundNo(message.businessKey()),
                        message.version(),
                        taken);
            case VoluntaryRecallMessage.TYPE -> {} // is information, with no status of its own
            default -> throw new IllegalArgumentException("Nobody has sent " + message.messageType());
        }
    }
}
