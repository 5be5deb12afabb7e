package org.suyuan.exchange.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;

/** The folders into which customs puts files. */
@ApplicationScoped
public class Inbox {

    /** Someone may be copying into the inbox without renaming: a file counts when it has been left alone so long. */
    private static final Duration AT_REST = Duration.ofSeconds(2);

    @Inject
    private ExchangeFolders folders;

    private record Arrival(Path path, BasicFileAttributes attributes) {}

    /** Files that are complete, in the order of their arrival. */
    public List<Path> waiting(String messageType) throws IOException {
        var now = Instant.now();
        try (var paths = Files.list(folders.folder(messageType, Folder.INBOX))) {
            return paths.filter(Inbox::isOffered)
                    .flatMap(path -> arrival(path).stream())
                    .filter(arrival -> isAtRest(arrival, now))
                    .sorted(Comparator.comparing(
                                    (Arrival arrival) -> arrival.attributes().lastModifiedTime())
                            .thenComparing(Arrival::path))
                    .map(Arrival::path)
                    .toList();
        }
    }

    private static boolean isOffered(Path path) {
        var name = path.getFileName().toString();
        return !name.startsWith(".") && !name.toLowerCase(Locale.ROOT).endsWith(".tmp");
    }

    private static Optional<Arrival> arrival(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Optional.of(new Arrival(path, attributes)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // taken away meanwhile
        }
    }

    private static boolean isAtRest(Arrival arrival, Instant now) {
        var age = Duration.between(arrival.attributes().lastModifiedTime().toInstant(), now);
        return age.compareTo(AT_REST) >= 0 || age.compareTo(AT_REST.negated()) < 0; // or another clock's time
    }

    /** The file of this name; looked up in the listing, since not every name can be written in every locale. */
    public Optional<Path> find(String messageType, String fileName) throws IOException {
        try (var paths = Files.list(folders.folder(messageType, Folder.INBOX))) {
            return paths.filter(path -> path.getFileName().toString().equals(fileName))
                    .findFirst();
        }
    }

    /** SHA-256 of the file, in hexadecimal; {@code heartbeat} is called again and again while it is computed. */
    public static String sha256(Path path, Runnable heartbeat) throws IOException {
        try (var bytes = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 18];
            long lastBeat = System.nanoTime();
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                if (System.nanoTime() - lastBeat > Duration.ofSeconds(2).toNanos()) {
                    heartbeat.run();
                    lastBeat = System.nanoTime();
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
