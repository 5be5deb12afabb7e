package org.suyuan.batch.documents;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.exchange.RefusedDocuments;
import org.suyuan.exchange.UnreadableMessage;

/**
 * Takes the single documents in some inboxes one after the other, each in a transaction of its own, and moves its file
 * away after the commit; a crash in between makes it be taken again, idly. One that cannot be taken now stays where it is
 * for the next run and does not keep the others waiting.
 */
abstract class TakeDocuments extends AbstractBatchlet {

    private static final Logger LOG = Logger.getLogger(TakeDocuments.class.getName());
    private static final long LARGEST = 1_000_000; // bytes; a true one has about 1,000

    @Inject
    private DocumentInbox inbox;

    @Inject
    private RefusedDocuments refused;

    private final List<String> types;
    private volatile boolean stopped;

    TakeDocuments(List<String> types) {
        this.types = types;
    }

    /** Takes one document; taking it again changes nothing. */
    abstract void take(String type, byte[] content) throws UnreadableMessage;

    @Override
    public String process() {
        int left = 0;
        for (var type : types) {
            for (var file : inbox.files(type)) {
                if (stopped) {
                    break;
                }
                try {
                    take(type, file);
                } catch (IOException | RuntimeException e) {
                    left++;
                    LOG.log(Level.WARNING, e, () -> type + " " + file.getFileName() + " could not be taken");
                }
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " documents could not be taken; they stay in the inbox");
        }
        return null;
    }

    private void take(String type, Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnreadableMessage("The file is larger than " + LARGEST + " bytes");
            }
            var content = Files.readAllBytes(file);
            take(type, content);
            inbox.archive(type, file, content);
        } catch (UnreadableMessage e) {
            LOG.warning(() -> type + " " + file.getFileName() + " is put into quarantine: " + e.getMessage());
            refused.note(file.getFileName().toString(), e.getMessage());
            inbox.quarantine(type, file, e.getMessage());
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
