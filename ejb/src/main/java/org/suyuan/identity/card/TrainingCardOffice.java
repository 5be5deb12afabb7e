package org.suyuan.identity.card;

import static org.suyuan.identity.card.CertificatePathValidator.PROVIDER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.suyuan.identity.card.TrainingAuthority.Kind;

/**
 * Stands in for 制发卡及数字证书服务系统 in training mode: issues demo cards as PKCS #12 files under
 * {@code $SUYUAN_HOME/training/cards}, all with one public PIN, with the certificates of two authorities that the portal
 * trusts (one of them SM2) and their lists of revoked cards. The keys of the authorities are not kept: nobody can issue
 * further cards.
 */
public final class TrainingCardOffice {

    /** Public, hence training mode only; the password of the files too. */
    public static final String PIN = "88888888";

    /** What is wrong with a demo card. */
    public enum Flaw {
        NONE,
        EXPIRED,
        REVOKED,
        FOREIGN
    }

    /**
     * A card to be made.
     *
     * @param name of its file; ends in the kind of its key: {@code -rsa}, {@code -sm2}, else EC
     */
    public record Order(String name, Flaw flaw, String enterprise, String organisationCode, String holder) {

        private Kind kind() {
            return name.endsWith("-rsa") ? Kind.RSA : name.endsWith("-sm2") ? Kind.SM2 : Kind.EC;
        }
    }

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final int ITERATIONS = 1000; // the PIN is public: nothing is gained by more
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ASN1ObjectIdentifier ENTERPRISE = new ASN1ObjectIdentifier("1.3.6.1.4.1.5315.100.5.1");

    private final Path folder;

    /** @param home the portal's */
    public TrainingCardOffice(Path home) {
        this.folder = home.resolve("training").resolve("cards");
    }

    /** Makes the cards, unless an earlier start made them all. */
    public void issue(List<Order> orders, Instant now) {
        if (!trustAnchors().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var from = now.minus(HOUR);
            var until = now.plus(LIFE);
            var general = new TrainingAuthority("C=CN,O=溯源训练,CN=训练卡中心", Kind.EC, from, until);
            var sm2 = new TrainingAuthority("C=CN,O=溯源训练,CN=训练卡中心（国密）", Kind.SM2, from, until);
            var foreign = new TrainingAuthority("C=CN,O=外单位,CN=外单位卡中心", Kind.EC, from, until);
            var revoked = new ArrayList<X509Certificate>();
            for (int i = 0; i < orders.size(); i++) {
                var order = orders.get(i);
                var issuer = order.flaw() == Flaw.FOREIGN ? foreign : order.kind() == Kind.SM2 ? sm2 : general;
                var card = issue(order, "2026%08d".formatted(i + 1), issuer, now);
                if (order.flaw() == Flaw.REVOKED) {
                    revoked.add(card);
                }
            }
            Files.write(
                    folder.resolve("general.crl"),
                    general.crl(revoked, from, until).getEncoded());
            Files.write(
                    folder.resolve("sm2.crl"), sm2.crl(List.of(), from, until).getEncoded());
            Files.write(folder.resolve("general.crt"), general.certificate().getEncoded());
            Files.write(folder.resolve("sm2.crt"), sm2.certificate().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The training cards cannot be made", e);
        }
    }

    private X509Certificate issue(Order order, String cardNumber, TrainingAuthority issuer, Instant now)
            throws GeneralSecurityException, IOException {
        var keys = order.kind().newKeys();
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.OU, order.enterprise())
                .addRDN(BCStyle.CN, order.holder())
                .build();
        Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = Map.of(
                Extension.keyUsage,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
                Extension.extendedKeyUsage,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth),
                ENTERPRISE,
                new DERUTF8String(order.enterprise()),
                CardCertificate.CARD_NUMBER,
                new DERUTF8String(cardNumber),
                CardCertificate.ORGANISATION_CODE,
                new DERUTF8String(order.organisationCode()));
        var expired = order.flaw() == Flaw.EXPIRED;
        var from = expired ? now.minus(LIFE) : now.minus(HOUR);
        var until = expired ? now.minus(HOUR) : now.plus(LIFE);
        var certificate = issuer.issue(subject, keys.getPublic(), from, until, extensions);
        Files.write(file(order.name()), content(order.name(), keys.getPrivate(), certificate));
        return certificate;
    }

    /** Not by {@code KeyStore}, which stretches the PIN for a second. */
    private static byte[] content(String name, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        try {
            var sameOwner = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(certificate.getPublicKey());
            var encryption = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(PROVIDER)
                    .setIterationCount(ITERATIONS)
                    .build(PIN.toCharArray());
            var keyBag = new JcaPKCS12SafeBagBuilder(key, encryption);
            var certificateBag = new JcaPKCS12SafeBagBuilder(certificate);
            for (var bag : List.of(keyBag, certificateBag)) {
                bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(name));
                bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, sameOwner);
            }
            return new PKCS12PfxPduBuilder()
                    .addData(keyBag.build())
                    .addData(certificateBag.build())
                    .build(
                            new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                    .setProvider(PROVIDER)
                                    .setIterationCount(ITERATIONS),
                            PIN.toCharArray())
                    .getEncoded();
        } catch (OperatorCreationException | PKCSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The certificate of a card that was issued. */
    public CardCertificate card(String name) {
        try (var file = Files.newInputStream(file(name))) {
            var card = KeyStore.getInstance("PKCS12", PROVIDER);
            card.load(file, PIN.toCharArray());
            return CardCertificate.of(card.getCertificate(name).getEncoded());
        } catch (IOException | GeneralSecurityException | CardRefused e) {
            throw new IllegalStateException("The training card " + name + " cannot be read", e);
        }
    }

    List<String> trustAnchors() {
        return files(".crt");
    }

    List<String> crls() {
        return files(".crl");
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    private List<String> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
