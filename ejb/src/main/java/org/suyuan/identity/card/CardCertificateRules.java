package org.suyuan.identity.card;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * What this portal asks of a card's certificate beyond a valid path: strong algorithms on named curves, and that it is the
 * signing certificate of a card and no other. Looks at the structure only, before any key of it is used.
 */
final class CardCertificateRules {

    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            GMObjectIdentifiers.sm2sign_with_sm3);

    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, GMObjectIdentifiers.sm2p256v1);

    private static final int SMALLEST_RSA = 2048;
    private static final int LARGEST_RSA = 8192; // larger ones only cost time
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65537);
    private static final int LONGEST_EXPONENT = 32;

    private CardCertificateRules() {}

    static void require(CardCertificate card) throws CardRefused {
        try {
            var content = card.structure().getTBSCertificate();
            if (!SIGNATURES.contains(content.getSignature().getAlgorithm())
                    || !content.getSignature().equals(card.structure().getSignatureAlgorithm())
                    || !hasGoodKey(content.getSubjectPublicKeyInfo())) {
                throw new CardRefused(
                        CardRefusal.ALGORITHM,
                        content.getSignature().getAlgorithm() + ", key "
                                + content.getSubjectPublicKeyInfo()
                                        .getAlgorithm()
                                        .getAlgorithm());
            }
            if (content.getExtensions() == null || !isForSigningIn(content.getExtensions())) {
                throw new CardRefused(CardRefusal.USAGE, "key usage");
            }
        } catch (RuntimeException | StackOverflowError e) { // content of a wrong type
            throw new CardRefused(CardRefusal.UNREADABLE, "certificate: " + e.getMessage());
        }
    }

    private static boolean hasGoodKey(SubjectPublicKeyInfo key) {
        var algorithm = key.getAlgorithm();
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return algorithm.getParameters() instanceof ASN1ObjectIdentifier curve && CURVES.contains(curve);
        }
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return false;
        }
        var rsa = RSAPublicKey.getInstance(parsed(key));
        var exponent = rsa.getPublicExponent();
        var bits = rsa.getModulus().bitLength();
        return bits >= SMALLEST_RSA
                && bits <= LARGEST_RSA
                && exponent.compareTo(SMALLEST_EXPONENT) >= 0
                && exponent.bitLength() <= LONGEST_EXPONENT;
    }

    private static Object parsed(SubjectPublicKeyInfo key) {
        try {
            return key.parsePublicKey();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean isForSigningIn(Extensions extensions) {
        var usage = KeyUsage.fromExtensions(extensions);
        var purposes = ExtendedKeyUsage.fromExtensions(extensions);
        var constraints = BasicConstraints.fromExtensions(extensions);
        return usage != null
                && usage.hasUsages(KeyUsage.digitalSignature)
                && (purposes == null || purposes.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth))
                && (constraints == null || !constraints.isCA());
    }
}
