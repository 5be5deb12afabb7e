package org.suyuan.batch.receipts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.ReceiptMessage;

/** The folders of FTR102. */
@ApplicationScoped
class ReceiptInbox {

    @Inject
    private ExchangeFolders folders;

    /** Complete files, in the order of their names; what still ends in {@code .tmp} is being written. */
    List<Path> files() {
        try (var files = Files.list(folders.folder(ReceiptMessage.TYPE, Folder.INBOX))) {
            return files.filter(file -> !file.toString().endsWith(".tmp") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox of receipts cannot be read", e);
        }
    }

    void archive(Path file) {
        move(file, Folder.ARCHIVE);
    }

    /** Puts a file aside that is no receipt, with the reason beside it. */
    void quarantine(Path file, String reason) {
        var target = move(file, Folder.QUARANTINE);
        try {
            Files.writeString(
                    target.resolveSibling(target.getFileName() + ".reason.txt"), reason + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("The reason could not be written beside " + target, e);
        }
    }

    private Path move(Path file, Folder folder) {
        var target = folders.folder(ReceiptMessage.TYPE, folder).resolve(file.getFileName());
        try {
            return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt " + file + " could not be moved to " + target, e);
        }
    }
}
