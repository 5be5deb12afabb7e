package org.suyuan.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A demo card of training mode in the reader of the virtual card control. Its key lies in a SoftHSM token or, for SM2, which
 * SoftHSM does not know, in memory. Five wrong PINs lock it until the control starts anew.
 */
final class VirtualCard {

    /** What holds the key. */
    interface Key {

        boolean opensWith(String pin);

        /** @return the signature with the hash that goes with the kind of key */
        byte[] sign(byte[] content, String pin) throws GeneralSecurityException, IOException;
    }

    private static final int TRIES = 5;
    private static final String PIN = "88888888";
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final X509Certificate certificate;
    private final Key key;
    private int triesLeft = TRIES;

    private VirtualCard(X509Certificate certificate, Key key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** All cards in a folder, by name: PKCS #12 files, as the training card office makes them. */
    static Map<String, VirtualCard> in(Path folder) throws GeneralSecurityException, IOException {
        var contents = new TreeMap<String, KeyStore>();
        var slots = new HashMap<String, String>();
        try (var files = Files.newDirectoryStream(folder, "*.p12")) {
            for (var file : files) {
                var name = file.getFileName().toString().replace(".p12", "");
                var content = content(file);
                contents.put(name, content);
                if (!isSm2(certificate(content, name))) {
                    slots.put(name, SoftHsm.newSlot(name, PIN));
                }
            }
        }
        var cards = new TreeMap<String, VirtualCard>();
        for (var name : contents.keySet()) {
            var certificate = certificate(contents.get(name), name);
            var key = (PrivateKey) contents.get(name).getKey(name, null);
            cards.put(
                    name,
                    new VirtualCard(
                            certificate,
                            isSm2(certificate)
                                    ? new SoftwareKey(key)
                                    : SoftHsm.token(slots.get(name), name, PIN, key, certificate)));
        }
        return cards;
    }

    private static KeyStore content(Path file) throws GeneralSecurityException, IOException {
        var content = KeyStore.getInstance("PKCS12", PROVIDER);
        try (var stream = Files.newInputStream(file)) {
            content.load(stream, PIN.toCharArray());
        }
        return content;
    }

    private static X509Certificate certificate(KeyStore content, String name) throws GeneralSecurityException {
        return (X509Certificate) content.getCertificate(name);
    }

    private static boolean isSm2(X509Certificate certificate) {
        return certificate.getSigAlgOID().equals(GMObjectIdentifiers.sm2sign_with_sm3.getId());
    }

    X509Certificate certificate() {
        return certificate;
    }

    int triesLeft() {
        return triesLeft;
    }

    /** As a smart card does: a wrong PIN costs a try, a right one gives all tries back, and none left locks it for ever. */
    boolean opensWith(String pin) {
        if (triesLeft == 0) {
            return false;
        }
        var right = key.opensWith(pin);
        triesLeft = right ? TRIES : triesLeft - 1;
        return right;
    }

    byte[] sign(byte[] content, String pin) throws GeneralSecurityException, IOException {
        return key.sign(content, pin);
    }

    private record SoftwareKey(PrivateKey key) implements Key {

        @Override
        public boolean opensWith(String pin) {
            return PIN.equals(pin);
        }

        @Override
        public byte[] sign(byte[] content, String pin) throws GeneralSecurityException {
            var signature = Signature.getInstance("SM3withSM2", PROVIDER);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        }
    }
}
