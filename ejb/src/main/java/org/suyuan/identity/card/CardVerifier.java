package org.suyuan.identity.card;

import static org.suyuan.identity.card.CertificatePathValidator.PROVIDER;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.suyuan.identity.card.CardTrust.Trusted;
import org.suyuan.identity.card.CertificatePathValidator.PolicyInputs;

/**
 * Decides whether a card proved who holds it: its certificate is of the right kind, signed this challenge, is valid now,
 * comes from an issuer that we trust and was not taken back.
 */
public final class CardVerifier {

    private CardVerifier() {}

    public static void require(CardCertificate card, String signature, String challenge, Trusted trusted, Instant now)
            throws CardRefused {
        CardCertificateRules.require(card);
        card.requireSignature(signature, challenge.getBytes(StandardCharsets.UTF_8));
        requireGood(card, trusted, now);
    }

    /** For a card that has proved by other means that it is there, or did so before. */
    public static void requireGood(CardCertificate card, Trusted trusted, Instant now) throws CardRefused {
        CardCertificateRules.require(card);
        if (now.isBefore(card.notBefore())) {
            throw new CardRefused(CardRefusal.NOT_YET_VALID, "from " + card.notBefore());
        }
        if (now.isAfter(card.notAfter())) {
            throw new CardRefused(CardRefusal.EXPIRED, "until " + card.notAfter());
        }
        try {
            CertificatePathValidator.validate(
                    card.x509(), trusted.others(), trusted.anchors(), trusted.crls(), now, PolicyInputs.NONE);
        } catch (CertPathValidatorException e) {
            throw new CardRefused(why(card.x509(), trusted, now), e.getMessage());
        }
    }

    /** The validator only says no; people are told why. */
    private static CardRefusal why(X509Certificate card, Trusted trusted, Instant now) {
        if (trusted.issuers().noneMatch(issuer -> issued(issuer, card))) {
            return CardRefusal.UNKNOWN_ISSUER;
        }
        var lists = trusted.crls().stream()
                .filter(crl -> crl.getIssuerX500Principal().equals(card.getIssuerX500Principal()))
                .toList();
        if (lists.stream().anyMatch(crl -> crl.isRevoked(card))) {
            return CardRefusal.REVOKED;
        }
        return lists.stream().anyMatch(crl -> crl.getNextUpdate().toInstant().isAfter(now))
                ? CardRefusal.PATH
                : CardRefusal.REVOCATION_UNKNOWN;
    }

    private static boolean issued(X509Certificate issuer, X509Certificate card) {
        if (!issuer.getSubjectX500Principal().equals(card.getIssuerX500Principal())) {
            return false;
        }
        try {
            card.verify(issuer.getPublicKey(), PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
