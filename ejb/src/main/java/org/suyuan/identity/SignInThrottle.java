package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing: counts failures for each account as seen from one origin, and for each origin: an address, or a
 * browser in which the account was signed in with before. Nobody can lock an account for others, since failures from
 * elsewhere do not count. Works in the transaction of the attempt.
 */
@ApplicationScoped
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int FAILURES_OF_ONE_ACCOUNT = 10;
    private static final int FAILURES_OF_ONE_ORIGIN = 100;

    @PersistenceContext
    private EntityManager entities;

    boolean refuses(String loginName, String origin, Instant now) {
        var since = Timestamp.from(now.minus(WINDOW));
        var ofOrigin =
                count("select count(*) from failed_sign_in where address = ?1 and failed_at > ?2", origin, since);
        var ofAccount = count(
                "select count(*) from failed_sign_in where address = ?1 and failed_at > ?2 and login_name = ?3",
                origin,
                since,
                loginName);
        return ofOrigin >= FAILURES_OF_ONE_ORIGIN || ofAccount >= FAILURES_OF_ONE_ACCOUNT;
    }

    void failed(String loginName, String origin, Instant now) {
        run(
                "insert into failed_sign_in (login_name, address, failed_at) values (?1, ?2, ?3)",
                loginName,
                origin,
                Timestamp.from(now));
        run(
                "delete from failed_sign_in where address = ?1 and failed_at < ?2",
                origin,
                Timestamp.from(now.minus(WINDOW)));
    }

    void succeeded(String loginName, String origin) {
        run("delete from failed_sign_in where login_name = ?1 and address = ?2", loginName, origin);
    }

    private long count(String sql, Object... parameters) {
        return ((Number) query(sql, parameters).getSingleResult()).longValue();
    }

    private void run(String sql, Object... parameters) {
        query(sql, parameters).executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
