package org.suyuan.batch.receipts;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.exchange.ReceiptIntake;
import org.suyuan.exchange.ReceiptMessage;
import org.suyuan.exchange.UnreadableMessage;

/** Takes each receipt in the transaction of the chunk; files that are no receipts are put aside. */
@Dependent
@Named
public class ReceiptWriter extends AbstractItemWriter {

    private static final Logger LOG = Logger.getLogger(ReceiptWriter.class.getName());
    private static final long LARGEST_RECEIPT = 1_000_000; // bytes; a true one has about 1,000

    @Inject
    private ReceiptIntake intake;

    @Inject
    private ReceiptInbox inbox;

    @Inject
    private AuditLog audit;

    @Inject
    private StepContext step;

    @Override
    public void writeItems(List<Object> files) throws IOException {
        for (var file : files) {
            take((Path) file);
        }
        HandledReceipts.of(step).addAll(files);
    }

    private void take(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST_RECEIPT) {
                throw new UnreadableMessage("The file is larger than " + LARGEST_RECEIPT + " bytes");
            }
            intake.take(ReceiptMessage.parse(Files.readAllBytes(file)));
        } catch (UnreadableMessage e) {
            LOG.warning(() -> "Receipt " + file.getFileName() + " is put into quarantine: " + e.getMessage());
            audit.record(
                    Actor.system("customs"),
                    "exchange.quarantined",
                    file.getFileName().toString(),
                    e.getMessage());
            inbox.quarantine(file, e.getMessage());
        }
    }
}
