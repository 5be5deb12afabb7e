package org.suyuan.identity.card;

import static org.suyuan.identity.card.CertificatePathValidator.PROVIDER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.suyuan.identity.card.TrainingAuthority.Kind;
import org.suyuan.testing.Portal;

/** A card office whose keys the test holds: it issues cards, takes them back, and lets its list of them grow old. */
public final class CardOffice {

    public static final String PASSWORD = "p\"a s:w=;$1\\x"; // nothing that a configuration would take as it is

    private static final Duration DAY = Duration.ofDays(1);

    private final Path folder;
    private final Instant now = Instant.now();
    private final TrainingAuthority authority;
    private final List<X509Certificate> revoked = new ArrayList<>();

    /** A card and its key. */
    public record IssuedCard(X509Certificate certificate, PrivateKey key, Path file) {

        /** One of the demo cards that a portal in training mode has made. */
        public static IssuedCard demo(Portal portal, String name) {
            var pin = TrainingCardOffice.PIN.toCharArray();
            var file = portal.home().resolve("training/cards/" + name + ".p12");
            try (var stored = Files.newInputStream(file)) {
                var keys = KeyStore.getInstance("PKCS12");
                keys.load(stored, pin);
                return new IssuedCard(
                        (X509Certificate) keys.getCertificate(name), (PrivateKey) keys.getKey(name, pin), file);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(name, e);
            }
        }

        public String pem() {
            try {
                return "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        public String serial() {
            return certificate.getSerialNumber().toString(16);
        }

        /** In Base64, as the card control answers. */
        public String sign(String text) throws GeneralSecurityException {
            var signature = Signature.getInstance(
                    key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA", PROVIDER);
            signature.initSign(key);
            signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        }
    }

    public CardOffice(Path folder) throws GeneralSecurityException, IOException {
        this.folder = Files.createDirectories(folder);
        this.authority = new TrainingAuthority("C=CN,O=Test,CN=测试卡中心", Kind.EC, now.minus(DAY), now.plus(DAY));
        Files.write(anchors(), authority.certificate().getEncoded());
        publish(now.plus(DAY));
    }

    public Path anchors() {
        return folder.resolve("anchors.crt");
    }

    public Path list() {
        return folder.resolve("list.crl");
    }

    /** @param organisationCode 组织机构代码 of the enterprise, or null */
    public IssuedCard card(String name, String kind, String organisationCode)
            throws GeneralSecurityException, IOException {
        return issue(authority, name, Kind.valueOf(kind), organisationCode, now.plus(DAY));
    }

    public IssuedCard expired(String name) throws GeneralSecurityException, IOException {
        return issue(authority, name, Kind.EC, null, now.minusSeconds(60));
    }

    public IssuedCard ofAnother(String name) throws GeneralSecurityException, IOException {
        var another = new TrainingAuthority("C=CN,O=Other,CN=外单位", Kind.EC, now.minus(DAY), now.plus(DAY));
        return issue(another, name, Kind.EC, null, now.plus(DAY));
    }

    public void revoke(IssuedCard card) throws GeneralSecurityException, IOException {
        revoked.add(card.certificate());
        publish(now.plus(DAY));
    }

    /** The next list that the office promised has not come. */
    public void letTheListGrowOld() throws GeneralSecurityException, IOException {
        publish(now.minusSeconds(1));
    }

    public void publishInTime() throws GeneralSecurityException, IOException {
        publish(now.plus(DAY));
    }

    private void publish(Instant next) throws GeneralSecurityException, IOException {
        Files.write(list(), authority.crl(revoked, now.minus(DAY), next).getEncoded());
    }

    private IssuedCard issue(TrainingAuthority issuer, String name, Kind kind, String organisationCode, Instant until)
            throws GeneralSecurityException, IOException {
        var keys = kind.newKeys();
        Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = new java.util.HashMap<>(Map.of(
                Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature),
                Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
        if (organisationCode != null) {
            extensions.put(CardCertificate.ORGANISATION_CODE, new DERUTF8String(organisationCode));
        }
        var certificate =
                issuer.issue(new X500Name("C=CN,CN=" + name), keys.getPublic(), now.minus(DAY), until, extensions);
        return new IssuedCard(certificate, keys.getPrivate(), store(name, keys, certificate));
    }

    /** The portal's own key and certificate for https on this machine, as PKCS #12. */
    public Path serverKey() throws GeneralSecurityException, IOException {
        var keys = Kind.EC.newKeys();
        var certificate = authority.issue(
                new X500Name("CN=localhost"),
                keys.getPublic(),
                now.minus(DAY),
                now.plus(DAY),
                Map.of(
                        Extension.subjectAlternativeName,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost"))));
        return store("portal", keys, certificate);
    }

    private Path store(String name, KeyPair keys, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var plain = CertificateFactory.getInstance("X.509")
                .generateCertificate(new java.io.ByteArrayInputStream(certificate.getEncoded()));
        store.setKeyEntry(name, keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {plain});
        var file = folder.resolve(name + ".p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
