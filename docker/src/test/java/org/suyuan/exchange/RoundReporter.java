package org.suyuan.exchange;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.suyuan.container.Operator;
import org.suyuan.recall.Rounds;

/**
 * Reports round after round of one recall as soon as customs has stored the one before, corrects those that customs
 * refused, and notes what the portal has acknowledged.
 */
final class RoundReporter implements Runnable {

    private final Operator operator;
    private final String taskNo;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();

    RoundReporter(Operator operator, String taskNo) {
        this.operator = operator;
        this.taskNo = taskNo;
    }

    /** Message ids of the submits that were answered with a yes. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Reasons for which a submit was refused; there should be none. */
    Set<String> refusals() {
        return refusals;
    }

    @Override
    public void run() {
        try {
            var status = operator.call("recall-status", taskNo).text();
            var round = status.split(" ");
            if (status.equals("OPEN")) {
                submit(1, 1);
            } else if (status.contains("CUSTOMS_STORED")) {
                submit(Integer.parseInt(round[1]) + 1, 1);
            } else if (status.contains("RETURNED") || status.contains("CUSTOMS_FAILED")) {
                submit(Integer.parseInt(round[1]), Integer.parseInt(round[3]) + 1);
            }
        } catch (UncheckedIOException e) {
            // killed, or not yet up again: nothing was acknowledged
        }
    }

    private void submit(int roundNo, int version) {
        var form = Rounds.form(operator, taskNo, "0.001");
        form.setExplanation("称重误差");
        var answer = Rounds.submit(operator, form);
        if (answer.accepted()) {
            acknowledged.add("FTR202_" + taskNo + "_" + roundNo + "_" + version);
        } else if (answer.status() == 409) {
            refusals.add(answer.text());
        }
    }
}
