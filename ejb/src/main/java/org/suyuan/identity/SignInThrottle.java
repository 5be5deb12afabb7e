package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing: counts failures for each account as seen from one {@link Origin}, for each origin, and for each
 * account from anywhere. The last count holds against strangers only, so that nobody can lock an account for those who have
 * signed in with it before. Works in the transaction of the attempt.
 */
@ApplicationScoped
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int FAILURES_OF_ONE_ACCOUNT = 10;
    private static final int FAILURES_OF_ONE_ORIGIN = 100;
    private static final int FAILURES_FROM_ANYWHERE = 100;

    @PersistenceContext
    private EntityManager entities;

    boolean refuses(String loginName, Origin origin, Instant now) {
        var since = Timestamp.from(now.minus(WINDOW));
        return count("address = ?2", since, origin.key()) >= FAILURES_OF_ONE_ORIGIN
                || count("address = ?2 and login_name = ?3", since, origin.key(), loginName) >= FAILURES_OF_ONE_ACCOUNT
                || !origin.known() && count("login_name = ?2", since, loginName) >= FAILURES_FROM_ANYWHERE;
    }

    void failed(String loginName, Origin origin, Instant now) {
        run(
                "insert into failed_sign_in (login_name, address, failed_at) values (?1, ?2, ?3)",
                loginName,
                origin.key(),
                Timestamp.from(now));
    }

    void succeeded(String loginName, Origin origin) {
        run("delete from failed_sign_in where login_name = ?1 and address = ?2", loginName, origin.key());
    }

    /** Failures that count no more. */
    void forget(Instant now) {
        run("delete from failed_sign_in where failed_at <= ?1", Timestamp.from(now.minus(WINDOW)));
    }

    private long count(String which, Object... parameters) {
        return ((Number) query("select count(*) from failed_sign_in where failed_at > ?1 and " + which, parameters)
                        .getSingleResult())
                .longValue();
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
