package org.suyuan.identity.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bouncycastle.asn1.x509.Extension.basicConstraints;
import static org.bouncycastle.asn1.x509.Extension.extendedKeyUsage;
import static org.bouncycastle.asn1.x509.Extension.keyUsage;
import static org.suyuan.identity.card.CertificatePathValidator.PROVIDER;
import static org.suyuan.identity.card.TestCard.CHALLENGE;
import static org.suyuan.identity.card.TestCard.DAY;
import static org.suyuan.identity.card.TestCard.NOTHING;
import static org.suyuan.identity.card.TestCard.NOW;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suyuan.identity.card.CardTrust.Trusted;
import org.suyuan.identity.card.TrainingAuthority.Kind;

@Tag("H10")
class CardVerifierTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("A good card of each kind signs in")
    void aGoodCardSignsIn(Kind kind) throws Exception {
        TestCard.good(kind).signIn();
    }

    @Test
    @DisplayName("SM2 signatures come in DER or as both halves")
    void sm2SignaturesComeInTwoShapes() throws Exception {
        var card = TestCard.good(Kind.SM2);
        var der = ASN1Sequence.getInstance(card.signature(CHALLENGE));
        var halves = new byte[64];
        for (int i = 0; i < 2; i++) {
            var half = ASN1Integer.getInstance(der.getObjectAt(i)).getValue();
            System.arraycopy(BigIntegers.asUnsignedByteArray(32, half), 0, halves, 32 * i, 32);
        }
        var signature = Base64.getEncoder().encodeToString(halves);
        CardVerifier.require(CardCertificate.read(card.pem()), signature, CHALLENGE, card.trusted(), NOW);
    }

    @Test
    @DisplayName(
            "RSA keys under 2048 bits or with small exponents, curves that are not named and old hashes are not taken")
    void weakAlgorithmsAreNotTaken() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA", PROVIDER);
        rsa.initialize(1024);
        assertRefused(withKeys(Kind.RSA, rsa.generateKeyPair(), "SHA256withRSA"), CardRefusal.ALGORITHM);
        rsa.initialize(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)));
        assertRefused(withKeys(Kind.RSA, rsa.generateKeyPair(), "SHA256withRSA"), CardRefusal.ALGORITHM);
        assertRefused(withKeys(Kind.RSA, Kind.RSA.newKeys(), "SHA1withRSA"), CardRefusal.ALGORITHM);
        assertRefused(withKeys(Kind.EC, Kind.EC.newKeys(), "SHA1withECDSA"), CardRefusal.ALGORITHM);
        var ec = KeyPairGenerator.getInstance("EC", PROVIDER);
        for (var curve : List.of("secp256k1", "P-224", "P-521", "brainpoolP256r1")) {
            ec.initialize(new ECGenParameterSpec(curve));
            assertRefused(withKeys(Kind.EC, ec.generateKeyPair(), "SHA256withECDSA"), CardRefusal.ALGORITHM);
        }
        ec.initialize(new ECGenParameterSpec("P-384"));
        withKeys(Kind.EC, ec.generateKeyPair(), "SHA384withECDSA").signIn();
    }

    @Test
    @DisplayName("Only a signing certificate for clients is taken: not the encryption certificate of a double card")
    void onlySigningCertificatesAreTaken() throws Exception {
        assertUnfit(Map.of(keyUsage, new KeyUsage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment)));
        assertUnfit(Map.of(keyUsage, new KeyUsage(KeyUsage.nonRepudiation)));
        assertUnfit(Map.of(keyUsage, NOTHING));
        assertUnfit(Map.of(extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
        assertUnfit(Map.of(basicConstraints, new BasicConstraints(true)));
        TestCard.with(Kind.EC, Map.of(extendedKeyUsage, NOTHING)).signIn();
    }

    @Test
    @DisplayName("A card signs in within its time only")
    void aCardSignsInWithinItsTime() throws Exception {
        var keys = Kind.EC.newKeys();
        var over = TestCard.with(Kind.EC, keys, "SHA256withECDSA", Map.of(), NOW.minus(DAY), NOW.minusSeconds(1));
        assertRefused(over, CardRefusal.EXPIRED);
        var early = TestCard.with(Kind.EC, keys, "SHA256withECDSA", Map.of(), NOW.plusSeconds(1), NOW.plus(DAY));
        assertRefused(early, CardRefusal.NOT_YET_VALID);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "Revoked, without a list, with an old or a forged list, of a foreign issuer: each refused for its reason")
    void theIssuerMustStandByTheCard(Kind kind) throws Exception {
        var card = TestCard.good(kind);
        var other = TestCard.good(kind); // of an issuer with the same name and another key
        assertRefused(
                card,
                card.trusting(card.issuer().crl(List.of(card.certificate()), NOW.minus(DAY), NOW.plus(DAY))),
                CardRefusal.REVOKED);
        assertRefused(card, card.trusting(), CardRefusal.REVOCATION_UNKNOWN);
        assertRefused(
                card,
                card.trusting(card.issuer().crl(List.of(), NOW.minus(DAY), NOW.minusSeconds(1))),
                CardRefusal.REVOCATION_UNKNOWN);
        assertRefused(
                card, card.trusting(other.issuer().crl(List.of(), NOW.minus(DAY), NOW.plus(DAY))), CardRefusal.PATH);
        assertRefused(card, other.trusted(), CardRefusal.UNKNOWN_ISSUER);
        assertRefused(card, new Trusted(List.of(), List.of(), List.of()), CardRefusal.UNKNOWN_ISSUER);
    }

    @Test
    @DisplayName("Holder, card number and organisation code are read from the certificate")
    void whatTheCertificateSays() throws Exception {
        var card = TestCard.with(
                Kind.SM2,
                Map.of(
                        CardCertificate.CARD_NUMBER, new DERUTF8String("202600000001"),
                        CardCertificate.ORGANISATION_CODE, new DERUTF8String("MA1TEXT01")));
        var certificate = CardCertificate.read(card.pem());
        assertThat(certificate.holder()).isEqualTo("Holder");
        assertThat(certificate.cardNumber()).isEqualTo("202600000001");
        assertThat(certificate.organisationCode()).contains("MA1TEXT01");
        assertThat(CardCertificate.read(TestCard.good(Kind.EC).pem()).organisationCode())
                .isEmpty();
    }

    private static TestCard withKeys(Kind kind, KeyPair keys, String signature) throws Exception {
        return TestCard.with(kind, keys, signature, Map.of(), NOW.minus(DAY), NOW.plus(DAY));
    }

    private static void assertUnfit(Map<ASN1ObjectIdentifier, ASN1Encodable> changed) throws Exception {
        assertRefused(TestCard.with(Kind.EC, changed), CardRefusal.USAGE);
    }

    private static void assertRefused(TestCard card, CardRefusal refusal) throws Exception {
        assertRefused(card, card.trusted(), refusal);
    }

    private static void assertRefused(TestCard card, Trusted trusted, CardRefusal refusal) throws Exception {
        var certificate = CardCertificate.read(card.pem());
        var signature = card.sign(CHALLENGE);
        var refused = catchThrowableOfType(
                CardRefused.class, () -> CardVerifier.require(certificate, signature, CHALLENGE, trusted, NOW));
        assertThat(refused).isNotNull().extracting(CardRefused::refusal).isEqualTo(refusal);
    }
}
