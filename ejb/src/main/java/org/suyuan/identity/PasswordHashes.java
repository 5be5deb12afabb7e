package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Base64;
import java.util.Map;
import org.suyuan.shared.Settings;

/** PBKDF2 with HMAC-SHA-256 in the form {@code algorithm:iterations:salt:hash}, at the configured work factor. */
@ApplicationScoped
class PasswordHashes {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int BYTES = 32;

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    @Inject
    private BreachedPasswords breached;

    @Inject
    private Settings settings;

    @PostConstruct
    void prepare() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", ALGORITHM,
                "Pbkdf2PasswordHash.Iterations", String.valueOf(settings.passwordIterations()),
                "Pbkdf2PasswordHash.SaltSizeBytes", String.valueOf(BYTES)));
    }

    /**
     * Of a password that somebody chose for himself.
     *
     * @throws org.suyuan.shared.Refusal when others have lost it
     */
    String ofChosen(String password) {
        breached.refuse(password);
        return of(password);
    }

    String of(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** Takes as long for a hash that was made with less work, so that old accounts cannot be told from others. */
    boolean matches(String password, String hash) {
        boolean fits = pbkdf2.verify(password.toCharArray(), hash);
        if (isOutdated(hash)) {
            matchNothing(password, settings.passwordIterations() - iterations(hash));
        }
        return fits;
    }

    /** Takes as long as {@link #matches} does, so that an unknown account cannot be told from a known one. */
    void matchNothing(String password) {
        matchNothing(password, settings.passwordIterations());
    }

    private void matchNothing(String password, int iterations) {
        var nothing = Base64.getEncoder().encodeToString(new byte[BYTES]);
        pbkdf2.verify(password.toCharArray(), ALGORITHM + ":" + iterations + ":" + nothing + ":" + nothing);
    }

    /** Made with less work than is asked for now. */
    boolean isOutdated(String hash) {
        return iterations(hash) < settings.passwordIterations();
    }

    private static int iterations(String hash) {
        return Integer.parseInt(hash.split(":")[1]);
    }
}
