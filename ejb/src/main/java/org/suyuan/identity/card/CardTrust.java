package org.suyuan.identity.card;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.suyuan.shared.Settings;

/**
 * Whom the portal trusts to issue cards, and which cards they took back: certificates and lists from the places that
 * {@code suyuan.card.trust-anchors} and {@code suyuan.card.crls} name, read anew every five minutes. A place that cannot
 * be read keeps its last content; once a list is out of date, no card of its issuer signs in. In training mode the
 * training card office is trusted too, never otherwise. Called when somebody signs in with a card.
 */
@Singleton
@Startup
@PermitAll
@Lock(LockType.READ)
public class CardTrust {

    private static final Logger LOG = Logger.getLogger(CardTrust.class.getName());
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
    private static final int LARGEST = 64 * 1024 * 1024;

    /**
     * @param anchors certificates that name themselves as issuer
     * @param others issuers between them and the cards
     */
    public record Trusted(List<X509Certificate> anchors, List<X509Certificate> others, List<X509CRL> crls) {

        Stream<X509Certificate> issuers() {
            return Stream.concat(anchors.stream(), others.stream());
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        List<T> read(byte[] content) throws CertificateException;
    }

    @Inject
    private Settings settings;

    private final Map<String, byte[]> lastContents = new ConcurrentHashMap<>();

    private volatile Trusted trusted;

    @PostConstruct
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void refresh() {
        var office = new TrainingCardOffice(settings.home());
        var certificatePlaces = new ArrayList<>(settings.cardTrustAnchors());
        var crlPlaces = new ArrayList<>(settings.cardCrls());
        if (settings.training()) {
            certificatePlaces.addAll(office.trustAnchors());
            crlPlaces.addAll(office.crls());
        }
        var anchors = new ArrayList<X509Certificate>();
        var others = new ArrayList<X509Certificate>();
        for (var certificate : all(certificatePlaces, CertificatePathValidator::certificates)) {
            var root = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            (root ? anchors : others).add(certificate);
        }
        var crls = all(crlPlaces, content -> List.of(CertificatePathValidator.crl(content))).stream()
                .filter(crl -> crl.getNextUpdate() != null) // else it would be up to date for ever
                .toList();
        trusted = new Trusted(List.copyOf(anchors), List.copyOf(others), crls);
    }

    public Trusted trusted() {
        return trusted;
    }

    private <T> List<T> all(List<String> places, Reading<T> reading) {
        var all = new ArrayList<T>();
        for (var place : places) {
            try {
                all.addAll(read(place, reading));
            } catch (IOException | CertificateException e) {
                LOG.log(Level.WARNING, "Cards: {0} cannot be read: {1}", new Object[] {place, e.getMessage()});
            }
        }
        return all;
    }

    /** What stands at a place now or, when that is unreadable, stood there last. */
    private <T> List<T> read(String place, Reading<T> reading) throws IOException, CertificateException {
        try {
            var content = content(place);
            var read = reading.read(content);
            lastContents.put(place, content);
            return read;
        } catch (IOException | CertificateException e) {
            if (!lastContents.containsKey(place)) {
                throw e;
            }
            LOG.log(Level.WARNING, "Cards: {0} keeps its last content: {1}", new Object[] {place, e.getMessage()});
            return reading.read(lastContents.get(place));
        }
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
