package org.suyuan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.suyuan.exchange.ExchangeFolders.Folder;

/**
 * Hands messages over as files: written as {@code <message id>.tmp}, forced to disk, renamed to {@code .xml}. Renaming is
 * atomic, so the {@code .tmp} file itself tells after a crash whether the message was already handed over.
 */
@ApplicationScoped
class FolderGateway implements CustomsGateway {

    @Inject
    private ExchangeFolders folders;

    @Override
    public void stage(OutboundDocument document) throws IOException {
        try (var channel = FileChannel.open(
                staged(document),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(document.content().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        forceFolder(document);
    }

    @Override
    public void release(OutboundDocument document) throws IOException {
        if (Files.exists(staged(document))) {
            Files.move(
                    staged(document),
                    outbox(document).resolve(document.messageId() + ".xml"),
                    StandardCopyOption.ATOMIC_MOVE);
            forceFolder(document);
        }
    }

    private void forceFolder(OutboundDocument document) throws IOException {
        try (var folder = FileChannel.open(outbox(document), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path staged(OutboundDocument document) {
        return outbox(document).resolve(document.messageId() + ".tmp");
    }

    private Path outbox(OutboundDocument document) {
        return folders.folder(document.messageType(), Folder.OUTBOX);
    }
}
