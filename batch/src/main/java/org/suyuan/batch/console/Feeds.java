package org.suyuan.batch.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.inbound.InboundFile;
import org.suyuan.exchange.inbound.InboundFiles;
import org.suyuan.exchange.inbound.InboundFiling;
import org.suyuan.exchange.inbound.Inbox;
import org.suyuan.shared.Refusal;

/** What the console shows of feeds, in lines. */
@ApplicationScoped
class Feeds {

    private static final int MOST_SHOWN = 20;
    private static final String REASON = ".reason.txt";

    @Inject
    private Inbox inbox;

    @Inject
    private ExchangeFolders folders;

    @Inject
    private InboundFiles files;

    @Inject
    private InboundFiling filing;

    List<String> waiting(String type) {
        try {
            return inbox.waiting(type).stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox of " + type + " cannot be read", e);
        }
    }

    List<String> files(String type) {
        return files.latest(type, MOST_SHOWN).stream().map(Feeds::line).toList();
    }

    private static String line(InboundFile file) {
        return Stream.of(
                        file.id(),
                        file.fileName(),
                        file.state(),
                        file.readCount(),
                        file.storedCount(),
                        file.rejectedCount(),
                        file.attempts(),
                        file.executionId() == null ? "" : file.executionId(),
                        file.reason() == null ? "" : file.reason())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    String rejects(String type, long number) {
        var file = files.find(number);
        if (file == null || !file.messageType().equals(type)) {
            throw new Refusal("console.unknownFile", number, type);
        }
        return filing.rejects(number);
    }

    List<String> quarantine(String type) {
        try (var all = Files.list(folders.folder(type, Folder.QUARANTINE))) {
            return all.filter(file -> file.toString().endsWith(REASON))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .limit(MOST_SHOWN)
                    .map(Feeds::reason)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The quarantine of " + type + " cannot be read", e);
        }
    }

    private static String reason(Path file) {
        var name = file.getFileName().toString();
        try {
            return name.substring(0, name.length() - REASON.length()) + " | "
                    + Files.readString(file, StandardCharsets.UTF_8).strip().replaceAll("\\R+", " ");
        } catch (IOException e) {
            return name + " | " + e;
        }
    }
}
