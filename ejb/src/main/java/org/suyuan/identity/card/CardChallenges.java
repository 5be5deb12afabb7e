package org.suyuan.identity.card;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * What a card must sign to prove that it is there: purpose, portal, random number and time, so that a signature that the
 * card once gave for anything else proves nothing here. A challenge may be answered once, within two minutes, at any node.
 * Called by the sign-in page, before anybody is signed in, and for cards that are to be bound.
 */
@Stateless
@PermitAll
public class CardChallenges {

    /** What a card is asked to sign for; a signature for one is none for the other. */
    public enum Purpose {
        LOGIN,
        BIND
    }

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    /** A new one; the caller keeps it for the browser that asked. */
    public String pose(Purpose purpose) {
        var now = time.now();
        var random = new byte[32];
        RANDOM.nextBytes(random);
        var text = String.join(
                "|",
                beginning(purpose),
                settings.baseUrl(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(random),
                now.toString());
        entities.createNativeQuery("delete from card_challenge where expires_at <= ?1")
                .setParameter(1, Timestamp.from(now))
                .executeUpdate();
        entities.createNativeQuery("insert into card_challenge (text, expires_at) values (?1, ?2)")
                .setParameter(1, text)
                .setParameter(2, Timestamp.from(now.plus(LIFE)))
                .executeUpdate();
        return text;
    }

    /** @return true for one caller only, and in time only; from now on the challenge is used up */
    public boolean use(Purpose purpose, String challenge, Instant now) {
        if (!challenge.startsWith(beginning(purpose) + "|")) {
            return false;
        }
        var used = entities.createNativeQuery("delete from card_challenge where text = ?1 and expires_at > ?2")
                .setParameter(1, challenge)
                .setParameter(2, Timestamp.from(now))
                .executeUpdate();
        return used == 1;
    }

    private static String beginning(Purpose purpose) {
        return "SUYUAN-" + purpose;
    }
}
