package org.suyuan.identity.card;

import static org.suyuan.identity.card.CertificatePathValidator.PROVIDER;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.suyuan.identity.card.CardTrust.Trusted;
import org.suyuan.identity.card.TrainingAuthority.Kind;

/** A card with the key that lies in it, and the authority that issued it. */
record TestCard(Kind kind, KeyPair keys, X509Certificate certificate, TrainingAuthority issuer) {

    static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    static final Duration DAY = Duration.ofDays(1);
    static final String CHALLENGE = "SUYUAN-LOGIN|https://portal.example|c29tZXRoaW5nIHJhbmRvbQ|2026-11-25T00:00:00Z";

    static TestCard good(Kind kind) throws GeneralSecurityException {
        return with(kind, Map.of());
    }

    /** @param changed extensions that differ from those of a good card; null leaves one out */
    static TestCard with(Kind kind, Map<ASN1ObjectIdentifier, ASN1Encodable> changed) throws GeneralSecurityException {
        return with(kind, kind.newKeys(), kind.signature(), changed, NOW.minus(DAY), NOW.plus(DAY));
    }

    static TestCard with(
            Kind kind,
            KeyPair keys,
            String signature,
            Map<ASN1ObjectIdentifier, ASN1Encodable> changed,
            Instant from,
            Instant until)
            throws GeneralSecurityException {
        var issuer = new TrainingAuthority("CN=Issuer", kind, NOW.minus(DAY), NOW.plus(DAY));
        var extensions = new HashMap<ASN1ObjectIdentifier, ASN1Encodable>(Map.of(
                Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
                Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
        extensions.putAll(changed);
        extensions.values().removeIf(value -> value == NOTHING);
        var certificate = issuer.issue(
                new X500Name("OU=Importer,CN=Holder"), keys.getPublic(), from, until, extensions, signature);
        return new TestCard(kind, keys, certificate, issuer);
    }

    /** Stands for an extension that is left out. */
    static final ASN1Encodable NOTHING = () -> null;

    String sign(String text) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(signature(text));
    }

    byte[] signature(String text) throws GeneralSecurityException {
        var signer = Signature.getInstance(kind.signature(), PROVIDER);
        signer.initSign(keys.getPrivate());
        signer.update(text.getBytes(StandardCharsets.UTF_8));
        return signer.sign();
    }

    String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    Trusted trusted() throws GeneralSecurityException {
        return trusting(issuer.crl(List.of(), NOW.minus(DAY), NOW.plus(DAY)));
    }

    Trusted trusting(X509CRL... crls) {
        return new Trusted(List.of(issuer.certificate()), List.of(), List.of(crls));
    }

    void signIn() throws CardRefused, GeneralSecurityException {
        CardVerifier.require(CardCertificate.read(pem()), sign(CHALLENGE), CHALLENGE, trusted(), NOW);
    }
}
