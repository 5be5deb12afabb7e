package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;

/**
 * Passwords that others have lost, which everybody who guesses tries first (OWASP ASVS 5.0, 6.2.12). They come from a file that
 * the operator of the portal may name; no service outside is asked. A file that cannot be read stops the start. Called by
 * {@link PasswordHashes} only.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class BreachedPasswords {

    @Inject
    private Settings settings;

    @PostConstruct
    void look() {
        settings.breachedPasswords().map(SortedHashes::new).ifPresent(SortedHashes::requireReadable);
    }

    /** @throws Refusal when the password is in the file */
    public void refuse(String password) {
        if (settings.breachedPasswords()
                .map(SortedHashes::new)
                .filter(hashes -> isIn(hashes, password))
                .isPresent()) {
            throw new Refusal("identity.breachedPassword");
        }
    }

    private static boolean isIn(SortedHashes hashes, String password) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return hashes.holds(HexFormat.of().withUpperCase().formatHex(sha1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }
}
