package org.suyuan.batch.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;

/** Ready when messages to customs can be written: the folder is there, may be written to and has room. */
@Readiness
@ApplicationScoped
public class ExchangeHealth implements HealthCheck {

    private static final long LEAST_BYTES = 50_000_000;

    @Inject
    private ExchangeFolders folders;

    @Override
    public HealthCheckResponse call() {
        var fault = fault();
        return HealthCheckResponse.named("exchange")
                .withData("reason", fault == null ? "its folder has room" : fault)
                .status(fault == null)
                .build();
    }

    private String fault() {
        try {
            var folder = folders.folder("FTR101", Folder.OUTBOX);
            if (!Files.isWritable(folder)) {
                return folder + " cannot be written to";
            }
            var room = Files.getFileStore(folder).getUsableSpace();
            return room >= LEAST_BYTES ? null : folder + " has no more than " + room + " bytes left";
        } catch (IOException | UncheckedIOException e) {
            return String.valueOf(e);
        }
    }
}
