package org.suyuan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.suyuan.exchange.ExchangeFolders.Folder;

/**
 * Hands messages over as files: written as {@code <message id>.<attempt>.tmp}, forced to disk, renamed to {@code .xml}. Renaming is
 * atomic, so the {@code .tmp} file itself tells after a crash whether the message was already handed over.
 */
@ApplicationScoped
class FolderGateway implements CustomsGateway {

    @Inject
    private ExchangeFolders folders;

    @Override
    public void stage(OutboundDocument document, String attempt) throws IOException {
        try (var channel =
                FileChannel.open(staged(document, attempt), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(document.content().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            discard(document, attempt); // a disk that is full needs the room
            throw e;
        }
        forceFolder(document);
    }

    @Override
    public void release(OutboundDocument document, String attempt) throws IOException {
        try {
            Files.move(
                    staged(document, attempt),
                    outbox(document).resolve(document.messageId() + ".xml"),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException released) {
            return; // by an attempt that a crash has interrupted before it could note it, or by another node
        }
        forceFolder(document);
    }

    @Override
    public void discard(OutboundDocument document, String attempt) throws IOException {
        Files.deleteIfExists(staged(document, attempt));
    }

    private void forceFolder(OutboundDocument document) throws IOException {
        try (var folder = FileChannel.open(outbox(document), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** @param attempt null of a message staged before attempts had names, or never staged */
    private Path staged(OutboundDocument document, String attempt) {
        var name = attempt == null ? document.messageId() : document.messageId() + "." + attempt;
        return outbox(document).resolve(name + ".tmp");
    }

    private Path outbox(OutboundDocument document) {
        return folders.folder(document.messageType(), Folder.OUTBOX);
    }
}
