package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.Sha256;

/**
 * Browsers in which an account was signed in with before, by a cookie that only says so. Their failures are counted apart,
 * so that whoever guesses passwords from the same address does not keep the owner out (OWASP's device cookies). Called by
 * the sign-in only.
 */
@Stateless
@PermitAll
public class KnownBrowsers {

    /** How long a browser is remembered after the last sign-in. */
    static final Duration MEMORY = Duration.ofDays(180);

    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BusinessTime time;

    /**
     * Where an attempt to sign in counts as coming from: the browser, when this account was signed in with in it, else the
     * address.
     *
     * @param token what the cookie says, or null
     */
    public Origin origin(String loginName, String token, String address) {
        if (token != null && knows(loginName, token)) {
            return new Origin("browser " + hash(token).substring(0, 32), true);
        }
        var network = ClientAddress.neighbour(address);
        return new Origin(network, knowsNetwork(loginName, network));
    }

    /** @return what the cookie is to say from now on: a new token for a browser that has none of this account */
    public String remember(String loginName, String token, String address) {
        entities.createNativeQuery("delete from known_browser where login_name = ?1 and last_used_at <= ?2")
                .setParameter(1, loginName)
                .setParameter(2, oldest())
                .executeUpdate();
        if (token != null && knows(loginName, token)) {
            entities.createNativeQuery(
                            "update known_browser set last_used_at = ?3, network = ?4 where login_name = ?1 and token_hash = ?2")
                    .setParameter(1, loginName)
                    .setParameter(2, hash(token))
                    .setParameter(3, Timestamp.from(time.now()))
                    .setParameter(4, ClientAddress.neighbour(address))
                    .executeUpdate();
            return token;
        }
        var made = newToken();
        entities.createNativeQuery(
                        "insert into known_browser (login_name, token_hash, last_used_at, network) values (?1, ?2, ?3, ?4)")
                .setParameter(1, loginName)
                .setParameter(2, hash(made))
                .setParameter(3, Timestamp.from(time.now()))
                .setParameter(4, ClientAddress.neighbour(address))
                .executeUpdate();
        return made;
    }

    private boolean knows(String loginName, String token) {
        return !entities.createNativeQuery(
                        "select 1 from known_browser where login_name = ?1 and token_hash = ?2 and last_used_at > ?3")
                .setParameter(1, loginName)
                .setParameter(2, hash(token))
                .setParameter(3, oldest())
                .getResultList()
                .isEmpty();
    }

    private boolean knowsNetwork(String loginName, String network) {
        return !entities.createNativeQuery(
                        "select 1 from known_browser where login_name = ?1 and network = ?2 and last_used_at > ?3")
                .setParameter(1, loginName)
                .setParameter(2, network)
                .setParameter(3, oldest())
                .getResultList()
                .isEmpty();
    }

    private Timestamp oldest() {
        return Timestamp.from(time.now().minus(MEMORY));
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
