package org.suyuan.batch.imports;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.suyuan.exchange.inbound.InboundFile;
import org.suyuan.exchange.inbound.InboundFiles;
import org.suyuan.exchange.inbound.Inbox;
import org.suyuan.exchange.message.MessageFault;
import org.suyuan.exchange.message.RecordStream;
import org.suyuan.exchange.message.SourceRecord;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * Reads the records of an inbound file. Where the file breaks, its records end: those before the break stay, the book of
 * inbound files remembers the line.
 */
@Dependent
@Named("inboundReader")
public class InboundReader extends AbstractItemReader {

    @Inject
    @BatchProperty
    private String fileId;

    @Inject
    @BatchProperty
    private String holder;

    @Inject
    private JobContext job;

    @Inject
    private StepContext step;

    @Inject
    private InboundFiles files;

    @Inject
    private Inbox inbox;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    private final ImportStep chunk = new ImportStep();
    private RecordStream message;
    private long lastRecord;

    /** The book, written in the transaction of each chunk, says where to go on; it also holds when the job is new. */
    @Override
    public void open(Serializable checkpoint) throws Exception {
        step.setTransientUserData(chunk);
        files.opened(Long.parseLong(fileId), holder, job.getExecutionId());
        var file = files.find(Long.parseLong(fileId));
        if (file.reason() == null) {
            open(file);
        }
    }

    private void open(InboundFile file) throws IOException {
        var path = inbox.find(file.messageType(), file.fileName());
        if (path.isEmpty()) {
            files.vanished(file.id(), holder, "文件在读取之前被移走");
            return;
        }
        try {
            message = ImportJob.of(file.messageType())
                    .open(path.get(), settings.home().resolve("mappings"), time.now());
            while (lastRecord < file.readCount() && message.skip()) {
                lastRecord++;
            }
        } catch (MessageFault fault) {
            stop(fault);
        }
    }

    @Override
    public SourceRecord readItem() throws Exception {
        if (message == null) {
            return null;
        }
        try {
            var next = message.next();
            if (next != null) {
                lastRecord = next.number();
                chunk.read(next.size());
            }
            return next;
        } catch (MessageFault fault) {
            stop(fault);
            return null;
        }
    }

    private void stop(MessageFault fault) throws IOException {
        files.stopped(Long.parseLong(fileId), holder, fault.line(), fault.getMessage());
        close();
    }

    @Override
    public Serializable checkpointInfo() {
        return lastRecord;
    }

    @Override
    public void close() throws IOException {
        if (message != null) {
            message.close();
            message = null;
        }
    }
}
