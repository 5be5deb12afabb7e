package org.suyuan.identity.card;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
@TransactionManagement(TransactionManagementType.BEAN) // waits for other servers
@Lock(LockType.READ)
public class CardTrust {

    /**
     * @param anchors certificates that name themselves as issuer
     * @param others issuers between them and the cards
     */
    public record Trusted(List<X509Certificate> anchors, List<X509Certificate> others, List<X509CRL> crls) {

        Stream<X509Certificate> issuers() {
            return Stream.concat(anchors.stream(), others.stream());
        }
    }

    @Inject
    private Settings settings;

    private final Places places = new Places();

    private volatile Trusted trusted;

    /** By fingerprint, of cards that people work with; they hold until the lists are read anew. */
    private volatile Map<String, Optional<CardRefusal>> verdicts;

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
        for (var certificate : places.read(certificatePlaces, CertificatePathValidator::certificates)) {
            var root = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            (root ? anchors : others).add(certificate);
        }
        var crls = places.read(crlPlaces, content -> List.of(CertificatePathValidator.crl(content))).stream()
                .filter(crl -> crl.getNextUpdate() != null) // else it would be up to date for ever
                .toList();
        trusted = new Trusted(List.copyOf(anchors), List.copyOf(others), crls);
        verdicts = new ConcurrentHashMap<>();
    }

    public Trusted trusted() {
        return trusted;
    }

    /** Why a card that proved once that it is there would be refused by now; looked into once with each reading of the lists. */
    public Optional<CardRefusal> refusal(CardCertificate card, Instant now) {
        return verdicts.computeIfAbsent(card.fingerprint(), unknown -> {
            try {
                CardVerifier.requireGood(card, trusted, now);
                return Optional.empty();
            } catch (CardRefused refused) {
                return Optional.of(refused.refusal());
            }
        });
    }
}
