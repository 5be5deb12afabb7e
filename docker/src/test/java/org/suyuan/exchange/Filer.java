package org.suyuan.exchange;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.suyuan.container.Operator;
import org.suyuan.trace.Forms;
import org.suyuan.trace.TraceReportForm;

/** Files one report after the other, corrects those that customs refused, and notes what the portal has acknowledged. */
final class Filer implements Runnable {

    private final Operator operator;
    private final String declarationNo;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();
    private final Queue<String> toCorrect = new ArrayDeque<>();

    Filer(Operator operator, String declarationNo) {
        this.operator = operator;
        this.declarationNo = declarationNo;
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
            if (!correct()) {
                submit(Forms.form(declarationNo, 1, "1", "0.5"), 1);
            }
        } catch (UncheckedIOException e) {
            // killed, or not yet up again: nothing was acknowledged
        }
    }

    /** Takes the oldest of the refused reports as soon as its refusal has arrived. */
    private boolean correct() {
        var unifiedNo = toCorrect.peek();
        if (unifiedNo == null) {
            return false;
        }
        var status = operator.status(unifiedNo);
        if (status.endsWith(" 2")) {
            toCorrect.remove(); // the submit was kept, only its acknowledgement was lost
            return false;
        }
        if (!status.equals("RETURNED 1") && !status.equals("CUSTOMS_FAILED 1")) {
            return false;
        }
        submit(operator.form(unifiedNo), 2);
        return true;
    }

    private void submit(TraceReportForm form, int version) {
        var answer = operator.submit(form);
        if (answer.accepted()) {
            var unifiedNo = answer.saved().unifiedNo();
            acknowledged.add("FTR101_" + unifiedNo + "_" + version);
            if (!CustomsClient.verdict(unifiedNo, version).equals("120")) {
                toCorrect.add(unifiedNo);
            }
        } else if (answer.status() == 409) {
            refusals.add(answer.text());
        }
    }
}
