package org.suyuan.batch.imports;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.exchange.inbound.InboundFiles;
import org.suyuan.exchange.message.Checked;
import org.suyuan.exchange.message.Rejection;

/**
 * Writes a chunk in one transaction: what was accepted, what was rejected, and how far the file is read. The last goes
 * first: it fails when another node has taken the file over.
 */
abstract class InboundWriter<T> extends AbstractItemWriter {

    @Inject
    @BatchProperty
    private String fileId;

    @Inject
    @BatchProperty
    private String holder;

    @Inject
    private InboundFiles files;

    private final Class<T> recordType;

    InboundWriter(Class<T> recordType) {
        this.recordType = recordType;
    }

    @Override
    public void writeItems(List<Object> items) {
        var accepted = new ArrayList<T>(items.size());
        var rejected = new ArrayList<Rejection>();
        Checked<?> last = null;
        for (var item : items) {
            last = (Checked<?>) item;
            if (last.rejected() == null) {
                accepted.add(recordType.cast(last.accepted()));
            } else {
                rejected.add(last.rejected());
            }
        }
        if (last != null) {
            files.progressed(Long.parseLong(fileId), holder, last.number(), accepted.size(), rejected);
            store(accepted, last.head().messageTime());
        }
    }

    abstract void store(List<T> accepted, Instant messageTime);
}
