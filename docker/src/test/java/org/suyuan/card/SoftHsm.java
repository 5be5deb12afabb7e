package org.suyuan.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.regex.Pattern;

/** A PKCS #11 token of SoftHSM that holds one key. Its folder is that of {@code SOFTHSM2_CONF}. */
final class SoftHsm implements VirtualCard.Key {

    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so");

    private final String name;
    private final AuthProvider provider;
    private final String algorithm;

    private SoftHsm(String name, AuthProvider provider, String algorithm) {
        this.name = name;
        this.provider = provider;
        this.algorithm = algorithm;
    }

    /**
     * Puts a key into an empty token.
     *
     * @param slot from {@link #newSlot}
     */
    static SoftHsm token(String slot, String name, String pin, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        var library = LIBRARIES.stream()
                .filter(file -> Files.exists(Path.of(file)))
                .findFirst()
                .orElseThrow(() -> new IOException("SoftHSM is not installed (Debian: softhsm2)"));
        var settings = "--name=%s\nlibrary=%s\nslot=%s\n".formatted(name, library, slot);
        var provider = (AuthProvider) Security.getProvider("SunPKCS11").configure(settings);
        var token = new SoftHsm(name, provider, key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        token.store(pin, key, certificate);
        return token;
    }

    /** Makes an empty token. All are made before the first is used: a process sees those only that were there then. */
    static String newSlot(String name, String pin) throws IOException {
        var command =
                List.of("softhsm2-util", "--init-token", "--free", "--label", name, "--pin", pin, "--so-pin", pin);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var slot = Pattern.compile("reassigned to slot (\\d+)").matcher(printed);
        if (!slot.find()) {
            throw new IOException("SoftHSM makes no token: " + printed);
        }
        return slot.group(1);
    }

    private void store(String pin, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        var algorithm = key.getAlgorithm().equals("RSA") ? "RSA" : "EC";
        var plain = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        var readable = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
        opened(pin).setKeyEntry(name, plain, null, new Certificate[] {readable});
        provider.logout();
    }

    @Override
    public boolean opensWith(String pin) {
        try {
            opened(pin);
            provider.logout(); // else the token stays open, and takes any PIN
            return true;
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    @Override
    public byte[] sign(byte[] content, String pin) throws GeneralSecurityException, IOException {
        var key = (PrivateKey) opened(pin).getKey(name, null);
        try {
            var signature = Signature.getInstance(algorithm, provider);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } finally {
            provider.logout();
        }
    }

    private KeyStore opened(String pin) throws GeneralSecurityException, IOException {
        var content = KeyStore.getInstance("PKCS11", provider);
        content.load(null, pin.toCharArray());
        return content;
    }
}
