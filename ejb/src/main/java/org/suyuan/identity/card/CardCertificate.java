package org.suyuan.identity.card;

import static org.suyuan.identity.card.CertificatePathValidator.PROVIDER;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Certificate;
import org.suyuan.shared.Sha256;

/** The certificate that a card shows: whose card it is, and the key that proves that the card is there. */
public final class CardCertificate {

    /** 卡号 and 组织机构代码 in the certificates of the customs card office. */
    static final ASN1ObjectIdentifier CARD_NUMBER = new ASN1ObjectIdentifier("1.3.6.1.4.1.5315.100.5.9");

    static final ASN1ObjectIdentifier ORGANISATION_CODE = new ASN1ObjectIdentifier("1.3.6.1.4.1.5315.100.5.11");

    private static final int LONGEST_PEM = 32 * 1024;
    private static final int LONGEST_SERIAL = 160; // 20 octets, RFC 5280 4.1.2.2
    private static final Pattern PEM = Pattern.compile(
            "(?:-----BEGIN CERTIFICATE-----)?+([A-Za-z0-9+/=\\r\\n]++)(?:-----END CERTIFICATE-----[\\r\\n]*+)?+");

    private final byte[] der;
    private final Certificate structure;
    private final X509Certificate x509;

    private CardCertificate(byte[] der) throws CertificateException {
        this.der = der;
        this.structure = Certificate.getInstance(der);
        this.x509 = CertificatePathValidator.certificate(der);
    }

    /** @param pem as the card control gives it, with or without its first and last line */
    public static CardCertificate read(String pem) throws CardRefused {
        var lines = PEM.matcher(pem == null || pem.length() > LONGEST_PEM ? "" : pem);
        if (!lines.matches()) {
            throw new CardRefused(CardRefusal.UNREADABLE, "no certificate in PEM");
        }
        try {
            return of(exactly(lines.group(1).replaceAll("[\\r\\n]", "")));
        } catch (IllegalArgumentException e) {
            throw new CardRefused(CardRefusal.UNREADABLE, e.getMessage());
        }
    }

    /** @param der as TLS gives it */
    public static CardCertificate of(byte[] der) throws CardRefused {
        if (!Der.isOneSmallElement(der)) {
            throw new CardRefused(CardRefusal.UNREADABLE, "too large, too deep or cut off");
        }
        try {
            var certificate = new CardCertificate(der);
            if (certificate.x509.getSerialNumber().bitLength() <= LONGEST_SERIAL
                    && Arrays.equals(certificate.structure.getEncoded(ASN1Encoding.DER), der)) {
                return certificate;
            }
        } catch (CertificateException | IOException | RuntimeException | StackOverflowError e) {
            throw new CardRefused(CardRefusal.UNREADABLE, e.getMessage());
        }
        throw new CardRefused(CardRefusal.UNREADABLE, "not in DER, or too long a number");
    }

    /** Base64 that says each byte in one way only: what is not exactly the encoding is refused. */
    private static byte[] exactly(String base64) {
        var content = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(content).equals(base64)) {
            throw new IllegalArgumentException("not the Base64 of anything");
        }
        return content;
    }

    /**
     * @param signature in Base64: RSA PKCS#1 v1.5 or ECDSA (DER) with SHA-256, SM2 with SM3 in DER or as r‖s
     */
    void requireSignature(String signature, byte[] signed) throws CardRefused {
        try {
            var verifier = Signature.getInstance(signatureAlgorithm(), PROVIDER);
            verifier.initVerify(x509.getPublicKey());
            verifier.update(signed);
            var given = exactly(signature.replaceAll("[\\r\\n]", ""));
            if (verifier.verify(isSm2() && given.length == 64 ? asDer(given) : given)) {
                return;
            }
        } catch (GeneralSecurityException | IOException | RuntimeException | StackOverflowError e) {
            throw new CardRefused(CardRefusal.SIGNATURE, e.getMessage());
        }
        throw new CardRefused(CardRefusal.SIGNATURE, null);
    }

    private String signatureAlgorithm() {
        if (isSm2()) {
            return "SM3withSM2";
        }
        return structure
                        .getSubjectPublicKeyInfo()
                        .getAlgorithm()
                        .getAlgorithm()
                        .equals(PKCSObjectIdentifiers.rsaEncryption)
                ? "SHA256withRSA"
                : "SHA256withECDSA";
    }

    private boolean isSm2() {
        return GMObjectIdentifiers.sm2p256v1.equals(
                structure.getSubjectPublicKeyInfo().getAlgorithm().getParameters());
    }

    private static byte[] asDer(byte[] bothHalves) throws IOException {
        return new DERSequence(new ASN1Integer[] {
                    new ASN1Integer(new BigInteger(1, Arrays.copyOf(bothHalves, 32))),
                    new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(bothHalves, 32, 64)))
                })
                .getEncoded();
    }

    Certificate structure() {
        return structure;
    }

    X509Certificate x509() {
        return x509;
    }

    public Instant notBefore() {
        return x509.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return x509.getNotAfter().toInstant();
    }

    /** The whole certificate in Base64, to be {@link #read} again. */
    public String text() {
        return Base64.getEncoder().encodeToString(der);
    }

    /** SHA-256 of the whole certificate. */
    public String fingerprint() {
        return Sha256.of(der);
    }

    /** In hexadecimal, as card offices print it. */
    public String serial() {
        return structure.getSerialNumber().getValue().toString(16);
    }

    public String issuer() {
        return structure.getIssuer().toString();
    }

    public String subject() {
        return structure.getSubject().toString();
    }

    /** 持卡人. */
    public String holder() {
        var names = X500Name.getInstance(structure.getSubject()).getRDNs(BCStyle.CN);
        return names.length == 0
                ? subject()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    /** 卡号; the serial number where the certificate has none. */
    public String cardNumber() {
        return text(CARD_NUMBER).orElseGet(this::serial);
    }

    /** 组织机构代码: characters 9 to 17 of the enterprise's 统一社会信用代码. */
    public Optional<String> organisationCode() {
        return text(ORGANISATION_CODE);
    }

    private Optional<String> text(ASN1ObjectIdentifier extension) {
        try {
            return Optional.ofNullable(structure.getTBSCertificate().getExtensions())
                    .map(all -> all.getExtension(extension))
                    .map(one -> text(one.getExtnValue().getOctets()));
        } catch (RuntimeException | StackOverflowError e) { // private extensions hold anything
            return Optional.empty();
        }
    }

    private static String text(byte[] content) {
        try {
            return ASN1Primitive.fromByteArray(content) instanceof ASN1String text ? text.getString() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
