package org.suyuan.batch.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.FreeName;
import org.suyuan.shared.Pauses;

/** The folders of single documents from customs, by message type. */
@ApplicationScoped
class DocumentInbox {

    @Inject
    private ExchangeFolders folders;

    @Inject
    private Pauses pauses;

    /** Complete files, in the order of their names, unless the feed is paused; what still ends in {@code .tmp} is being written. */
    List<Path> files(String type) {
        if (pauses.isPaused(type)) {
            return List.of();
        }
        try (var files = Files.list(folders.folder(type, Folder.INBOX))) {
            return files.filter(DocumentInbox::isComplete).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox of " + type + " cannot be read", e);
        }
    }

    private static boolean isComplete(Path file) {
        return !file.toString().toLowerCase(Locale.ROOT).endsWith(".tmp") && Files.isRegularFile(file);
    }

    /** Moves the file away if it still holds what was read; another one of its name waits for its own turn. */
    void archive(String type, Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            move(type, file, Folder.ARCHIVE);
        }
    }

    /** Puts a file aside that could not be read, with the reason beside it. */
    void quarantine(String type, Path file, String reason) throws IOException {
        var target = move(type, file, Folder.QUARANTINE);
        Files.writeString(
                target.resolveSibling(target.getFileName() + ".reason.txt"),
                reason + System.lineSeparator(),
                StandardCharsets.UTF_8);
    }

    private Path move(String type, Path file, Folder folder) throws IOException {
        var target = folders.folder(type, folder);
        return Files.move(
                file, target.resolve(FreeName.in(target, file.getFileName().toString())));
    }
}
