package org.suyuan.batch.purge;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.suyuan.retention.Purge;
import org.suyuan.retention.PurgeRun;
import org.suyuan.retention.RecordKind;

/**
 * Offers the records of the run kind by kind, those of a chunk at once: the next ones are looked up when these are removed,
 * which may be what makes them due. What was removed is gone with its transaction: no checkpoint.
 */
@Dependent
@Named
public class DueRecordsReader extends AbstractItemReader {

    private static final long BEFORE_ALL = Long.MIN_VALUE;
    private static final int AT_ONCE = 50; // a large report has thousands of sales

    @Inject
    private Purge purge;

    private final List<RecordKind> kinds = List.of(RecordKind.values());
    private PurgeRun run;
    private int kind;
    private long last = BEFORE_ALL;

    @Override
    public void open(Serializable checkpoint) {
        run = purge.underWay().orElseThrow();
    }

    @Override
    public DueRecords readItem() {
        for (; kind < kinds.size(); kind++, last = BEFORE_ALL) {
            var ids = purge.due(run, kinds.get(kind), last, AT_ONCE);
            if (!ids.isEmpty()) {
                last = ids.get(ids.size() - 1);
                return new DueRecords(run, kinds.get(kind), ids);
            }
        }
        return null;
    }
}
