package org.suyuan.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;

/**
 * Files of the exchange that are done with: archived, in quarantine, or sent. They go when they were written before the day
 * of a run and no record of an incoming file, which goes by its own time, knows them any more. Called by the job {@code
 * purge} and the console only.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExchangeArchive {

    private static final List<Folder> DONE_WITH = List.of(Folder.ARCHIVE, Folder.QUARANTINE, Folder.SENT);
    private static final String COMPANION = "\\.(rejects\\.csv|reason\\.txt)$";

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private ExchangeFolders folders;

    /** How many files a run with these days would remove. */
    public long count(Cutoff cutoff) {
        var found = new ArrayList<Path>();
        eachDue(cutoff, found::add);
        return found.size();
    }

    /** Removes them; how many there were. */
    public long remove(Cutoff cutoff) {
        var removed = new ArrayList<Path>();
        eachDue(cutoff, file -> {
            try {
                if (Files.deleteIfExists(file)) {
                    removed.add(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file + " cannot be removed", e);
            }
        });
        return removed.size();
    }

    private void eachDue(Cutoff cutoff, Consumer<Path> work) {
        var before = Purge.startOf(cutoff.records());
        for (var type : folders.types()) {
            for (var folder : DONE_WITH) {
                try (var files = Files.list(folders.folder(type, folder))) {
                    due(type, files, before).forEach(work);
                } catch (IOException e) {
                    throw new UncheckedIOException("The folder " + folder + " of " + type + " cannot be read", e);
                }
            }
        }
    }

    private Stream<Path> due(String type, Stream<Path> files, Instant before) {
        return files.filter(file -> writtenBefore(file, before))
                .filter(file -> !isOnRecord(type, file.getFileName().toString().replaceFirst(COMPANION, "")));
    }

    private static boolean writtenBefore(Path file, Instant time) {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (IOException e) {
            return false; // taken away meanwhile
        }
    }

    private boolean isOnRecord(String type, String name) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from inbound_file where message_type = ? and filed_as = ?")) {
            query.setString(1, type);
            query.setString(2, name);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Incoming files cannot be looked up", e);
        }
    }
}
