package org.suyuan.batch.qrcodes;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Queue;
import org.suyuan.trace.QrGeneration;

/** Offers the reports that wait for a code. What was made leaves the waiting list in the same transaction: no checkpoint. */
@Dependent
@Named
public class QrDueReader extends AbstractItemReader {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Queue<Long> waiting = new ArrayDeque<>();
    private long last;

    @Inject
    private QrGeneration codes;

    @Override
    public Long readItem() {
        if (waiting.isEmpty()) {
            waiting.addAll(codes.waiting(last, FETCHED_AT_ONCE));
        }
        var next = waiting.poll();
        last = next == null ? last : next;
        return next;
    }
}
