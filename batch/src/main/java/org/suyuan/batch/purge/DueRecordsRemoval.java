package org.suyuan.batch.purge;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.suyuan.retention.Purge;

/** Removes the records of a chunk. */
@Dependent
@Named
public class DueRecordsRemoval extends AbstractItemWriter {

    @Inject
    private Purge purge;

    @Override
    public void writeItems(List<Object> items) {
        for (var item : items) {
            var due = (DueRecords) item;
            purge.remove(due.run(), due.kind(), due.ids());
        }
    }
}
