package org.suyuan.batch.receipts;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.exchange.ReceiptIntake;
import org.suyuan.exchange.ReceiptMessage;
import org.suyuan.exchange.UnreadableMessage;

/**
 * Takes the receipts in the inbox one after the other, each in a transaction of its own, and moves its file away after
 * the commit; a crash in between makes it be taken again, idly. One that cannot be taken now stays where it is for the
 * next run and does not keep the others waiting.
 */
@Dependent
@Named
public class TakeReceipts extends AbstractBatchlet {

    private static final Logger LOG = Logger.getLogger(TakeReceipts.class.getName());
    private static final long LARGEST_RECEIPT = 1_000_000; // bytes; a true one has about 1,000

    @Inject
    private ReceiptIntake intake;

    @Inject
    private ReceiptInbox inbox;

    private volatile boolean stopped;

    @Override
    public String process() {
        int left = 0;
        for (var file : inbox.files()) {
            if (stopped) {
                break;
            }
            try {
                take(file);
            } catch (IOException | RuntimeException e) {
                left++;
                LOG.log(Level.WARNING, e, () -> "Receipt " + file.getFileName() + " could not be taken");
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " receipts could not be taken; they stay in the inbox");
        }
        return null;
    }

    private void take(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST_RECEIPT) {
                throw new UnreadableMessage("The file is larger than " + LARGEST_RECEIPT + " bytes");
            }
            var content = Files.readAllBytes(file);
            intake.take(ReceiptMessage.parse(content));
            inbox.archive(file, content);
        } catch (UnreadableMessage e) {
            LOG.warning(() -> "Receipt " + file.getFileName() + " is put into quarantine: " + e.getMessage());
            intake.refuse(file.getFileName().toString(), e.getMessage());
            inbox.quarantine(file, e.getMessage());
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
