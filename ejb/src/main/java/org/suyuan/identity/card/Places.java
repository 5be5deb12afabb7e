package org.suyuan.identity.card;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Files and http addresses that are read again and again. One that cannot be read keeps what it held last. */
final class Places {

    private static final Logger LOG = Logger.getLogger(Places.class.getName());
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
    private static final int LARGEST = 64 * 1024 * 1024;

    /** Makes something of what a place holds. */
    @FunctionalInterface
    interface Reading<T> {
        List<T> read(byte[] content) throws CertificateException;
    }

    private final Map<String, List<?>> last = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // a place is always read in the same way
    <T> List<T> read(List<String> places, Reading<T> reading) {
        var all = new ArrayList<T>();
        for (var place : places) {
            try {
                last.put(place, reading.read(content(place)));
            } catch (IOException | CertificateException | IllegalArgumentException e) {
                LOG.log(Level.WARNING, "Cards: {0} cannot be read, {1}: {2}", new Object[] {
                    place, last.containsKey(place) ? "its last content holds" : "nothing is known", e
                });
            }
            all.addAll((List<T>) last.getOrDefault(place, List.of()));
        }
        return all;
    }

    private static byte[] content(String place) throws IOException {
        if (!place.matches("https?://.*")) {
            return Files.readAllBytes(Path.of(place));
        }
        var connection = URI.create(place).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        try (var answer = connection.getInputStream()) {
            return answer.readNBytes(LARGEST);
        }
    }
}
