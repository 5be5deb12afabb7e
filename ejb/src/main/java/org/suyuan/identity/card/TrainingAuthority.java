package org.suyuan.identity.card;

import static org.suyuan.identity.card.CertificatePathValidator.PROVIDER;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer of certificates that lives as long as its object: for the training card office and for tests. */
final class TrainingAuthority {

    /** Kinds of keys on cards and of the authorities that issue them. */
    enum Kind {
        RSA("RSA", null, "SHA256withRSA"),
        EC("EC", "P-256", "SHA256withECDSA"),
        SM2("EC", "sm2p256v1", "SM3withSM2");

        private final String algorithm;
        private final String curve;
        private final String signature;

        Kind(String algorithm, String curve, String signature) {
            this.algorithm = algorithm;
            this.curve = curve;
            this.signature = signature;
        }

        KeyPair newKeys() throws GeneralSecurityException {
            KeyPairGenerator generator;
            if (curve == null) {
                generator = KeyPairGenerator.getInstance(algorithm); // finds primes sooner than the other
                generator.initialize(2048);
            } else {
                generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        }

        /** Name of the algorithm that a card with such a key signs with. */
        String signature() {
            return signature;
        }
    }

    private final X500Name name;
    private final KeyPair keys;
    private final String signature;
    private final X509Certificate certificate;
    private final SecureRandom random = new SecureRandom();

    TrainingAuthority(String name, Kind kind, Instant from, Instant until) throws GeneralSecurityException {
        this.name = new X500Name(name);
        this.keys = kind.newKeys();
        this.signature = kind.signature();
        this.certificate = issue(
                this.name,
                keys.getPublic(),
                from,
                until,
                Map.of(
                        Extension.basicConstraints, new BasicConstraints(true),
                        Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
    }

    X509Certificate certificate() {
        return certificate;
    }

    X509Certificate issue(
            X500Name subject,
            PublicKey key,
            Instant from,
            Instant until,
            Map<ASN1ObjectIdentifier, ? extends ASN1Encodable> extensions)
            throws GeneralSecurityException {
        return issue(subject, key, from, until, extensions, signature);
    }

    X509Certificate issue(
            X500Name subject,
            PublicKey key,
            Instant from,
            Instant until,
            Map<ASN1ObjectIdentifier, ? extends ASN1Encodable> extensions,
            String signature)
            throws GeneralSecurityException {
        var serial = new BigInteger(100, random).setBit(100);
        var builder = new JcaX509v3CertificateBuilder(name, serial, Date.from(from), Date.from(until), subject, key);
        try {
            for (var extension : extensions.entrySet()) {
                var critical = extension.getKey().equals(Extension.basicConstraints)
                        || extension.getKey().equals(Extension.keyUsage);
                builder.addExtension(extension.getKey(), critical, extension.getValue());
            }
            return new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(builder.build(signer(signature)));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    X509CRL crl(Collection<X509Certificate> revoked, Instant from, Instant until) throws GeneralSecurityException {
        var builder = new JcaX509v2CRLBuilder(certificate, Date.from(from));
        builder.setNextUpdate(Date.from(until));
        revoked.forEach(one -> builder.addCRLEntry(one.getSerialNumber(), Date.from(from), CRLReason.keyCompromise));
        try {
            return new JcaX509CRLConverter().setProvider(PROVIDER).getCRL(builder.build(signer(signature)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private ContentSigner signer(String algorithm) throws OperatorCreationException {
        return new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(keys.getPrivate());
    }
}
