package org.suyuan.exchange.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.FreeName;

/**
 * Moves a file that has been read from the inbox into the archive or into quarantine, with the list of its rejected
 * records and the reason beside it. May be broken off anywhere and done again.
 */
@ApplicationScoped
public class InboundFiling {

    private static final int REJECTIONS_AT_ONCE = 500;

    @Inject
    private InboundFiles files;

    @Inject
    private Inbox inbox;

    @Inject
    private ExchangeFolders folders;

    public void file(long fileId) {
        var file = files.find(fileId);
        try {
            var folder = folders.folder(
                    file.messageType(),
                    file.outcome() == InboundState.QUARANTINED ? Folder.QUARANTINE : Folder.ARCHIVE);
            var name = file.filedAs() != null ? file.filedAs() : FreeName.in(folder, file.fileName());
            files.filing(file, name);
            var filed = files.find(fileId);
            writeCompanions(filed, folder);
            move(filed, folder.resolve(name));
            files.filed(filed);
        } catch (IOException e) {
            throw new UncheckedIOException("Inbound file " + file.fileName() + " cannot be filed away", e);
        }
    }

    /** The rejected records of a file, as they stand in {@code .rejects.csv}. */
    public String rejects(long fileId) {
        var text = new StringWriter();
        try {
            RejectsFile.write(text, after -> files.rejections(fileId, after, REJECTIONS_AT_ONCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void writeCompanions(InboundFile file, Path folder) throws IOException {
        if (file.rejectedCount() > 0) {
            RejectsFile.write(
                    folder.resolve(file.filedAs() + ".rejects.csv"),
                    after -> files.rejections(file.id(), after, REJECTIONS_AT_ONCE));
        }
        if (file.outcome() == InboundState.QUARANTINED) {
            var place = file.stoppedLine() == null ? "" : "第 " + file.stoppedLine() + " 行：";
            Files.writeString(
                    folder.resolve(file.filedAs() + ".reason.txt"),
                    place + file.reason() + System.lineSeparator() + "此前的记录：入库 " + file.storedCount() + " 条，拒绝 "
                            + file.rejectedCount() + " 条" + System.lineSeparator(),
                    StandardCharsets.UTF_8);
        }
    }

    private static boolean isWhatWasRead(Path path, InboundFile file) throws IOException {
        return Files.size(path) == file.size() && Inbox.sha256(path, () -> {}).equals(file.sha256());
    }

    private void move(InboundFile file, Path target) throws IOException {
        var source = inbox.find(file.messageType(), file.fileName());
        if (source.isEmpty() || Files.exists(target) || !isWhatWasRead(source.get(), file)) {
            return; // moved before a crash, taken away, or replaced by another file that waits for its own turn
        }
        try {
            Files.move(source.get(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(source.get(), target);
        }
    }
}
