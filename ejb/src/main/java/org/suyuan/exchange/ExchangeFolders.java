package org.suyuan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.suyuan.shared.Settings;

/** The folders in which files change hands with customs: {@code $SUYUAN_HOME/exchange/<message type>/<folder>}. */
@ApplicationScoped
public class ExchangeFolders {

    /** What a folder is for, seen from this portal. */
    public enum Folder {
        /** Customs puts files here, written as {@code *.tmp} and renamed. */
        INBOX,
        /** Files that were read. */
        ARCHIVE,
        /** Files that could not be read, or not to their end. */
        QUARANTINE,
        /** The portal puts files here; the customs client takes them. */
        OUTBOX,
        /** The customs client moves what it has sent here. */
        SENT,
        /** The customs client moves what it could not send here. */
        FAILED
    }

    @Inject
    private Settings settings;

    /** Message types that have folders. */
    public List<String> types() {
        try (var folders = Files.list(root())) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The exchange folder " + root() + " cannot be read", e);
        }
    }

    private Path root() {
        return settings.home().resolve("exchange");
    }

    /** The folder, made when missing. */
    public Path folder(String messageType, Folder folder) {
        var path = root().resolve(messageType).resolve(folder.name().toLowerCase(Locale.ROOT));
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The exchange folder " + path + " cannot be made", e);
        }
    }
}
