package org.suyuan.identity.card;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.jcajce.PKIXExtendedBuilderParameters;
import org.bouncycastle.jcajce.PKIXExtendedParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Says whether a path leads from a certificate to a trusted one by the rules of RFC 5280, revocation included: a
 * certificate for which no valid list of revoked ones is at hand is refused. It knows no rule of this portal; those on
 * algorithms and key usage stand in {@link CardCertificateRules}.
 *
 * <p>BouncyCastle does the work, since the JDK cannot read SM2 certificates; its provider is never registered with the
 * JVM, which other applications may share.
 */
public final class CertificatePathValidator {

    /**
     * What the relying party asks of the policies in the path.
     *
     * @param initialPolicies acceptable policies by object identifier; empty for any
     */
    public record PolicyInputs(
            boolean explicitPolicyRequired,
            boolean policyMappingInhibited,
            boolean anyPolicyInhibited,
            Set<String> initialPolicies) {

        /** Any policy or none will do. */
        public static final PolicyInputs NONE = new PolicyInputs(false, false, false, Set.of());
    }

    static final Provider PROVIDER = new BouncyCastleProvider();

    private CertificatePathValidator() {}

    /** Reads a certificate (DER or PEM), so that its key and signature are BouncyCastle's. */
    public static X509Certificate certificate(byte[] content) throws CertificateException {
        return read(
                () -> (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(content)),
                "no certificate");
    }

    /** Reads several certificates one after the other (DER or PEM). */
    public static List<X509Certificate> certificates(byte[] content) throws CertificateException {
        return read(
                () -> factory().generateCertificates(new ByteArrayInputStream(content)).stream()
                        .map(X509Certificate.class::cast)
                        .toList(),
                "no certificate");
    }

    /** Reads a list of revoked certificates (DER or PEM). */
    public static X509CRL crl(byte[] content) throws CertificateException {
        return read(
                () -> (X509CRL) factory().generateCRL(new ByteArrayInputStream(content)),
                "no list of revoked certificates");
    }

    /**
     * @param others certificates that may stand between the two, or sign the lists
     * @throws CertPathValidatorException when there is no valid path, whatever is wrong with what was given
     */
    public static void validate(
            X509Certificate certificate,
            Collection<X509Certificate> others,
            Collection<X509Certificate> anchors,
            Collection<X509CRL> crls,
            Instant moment,
            PolicyInputs policies)
            throws CertPathValidatorException {
        try {
            CertPathBuilder.getInstance("PKIX", PROVIDER)
                    .build(parameters(certificate, others, anchors, crls, moment, policies));
        } catch (GeneralSecurityException | RuntimeException | StackOverflowError e) { // odd content throws anything
            throw new CertPathValidatorException(reason(e), e);
        }
    }

    private static PKIXExtendedBuilderParameters parameters(
            X509Certificate certificate,
            Collection<X509Certificate> others,
            Collection<X509Certificate> anchors,
            Collection<X509CRL> crls,
            Instant moment,
            PolicyInputs policies)
            throws GeneralSecurityException {
        var target = new X509CertSelector();
        target.setCertificate(certificate);
        var known = new ArrayList<Object>(others);
        known.add(certificate);
        known.addAll(crls);
        var asked = new PKIXBuilderParameters(
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), target);
        asked.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known), PROVIDER));
        asked.setDate(Date.from(moment));
        asked.setRevocationEnabled(true);
        asked.setExplicitPolicyRequired(policies.explicitPolicyRequired());
        asked.setPolicyMappingInhibited(policies.policyMappingInhibited());
        asked.setAnyPolicyInhibited(policies.anyPolicyInhibited());
        asked.setInitialPolicies(policies.initialPolicies());
        var extended = new PKIXExtendedParameters.Builder(asked)
                .setUseDeltasEnabled(true)
                .build();
        return new PKIXExtendedBuilderParameters.Builder(extended)
                .setMaxPathLength(others.size())
                .build();
    }

    private static String reason(Throwable thrown) {
        var innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509", PROVIDER);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws GeneralSecurityException;
    }

    private static <T> T read(Reading<T> reading, String nothing) throws CertificateException {
        try {
            var read = reading.read();
            if (read == null) {
                throw new CertificateException("This is " + nothing);
            }
            return read;
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException | StackOverflowError e) {
            throw new CertificateException("This is " + nothing, e);
        }
    }
}
