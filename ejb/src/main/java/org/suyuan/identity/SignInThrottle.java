package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing: counts failures for each account as seen from one address, and for each address. Nobody can lock
 * an account for others, since failures from elsewhere do not count. Works in the transaction of the attempt.
 */
@ApplicationScoped
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int FAILURES_OF_ONE_ACCOUNT = 10;
    private static final int FAILURES_OF_ONE_ADDRESS = 100;

    @PersistenceContext
    private EntityManager entities;

    boolean refuses(String loginName, String address, Instant now) {
        var since = Timestamp.from(now.minus(WINDOW));
        var fromAddress =
                count("select count(*) from failed_sign_in where address = ?1 and failed_at > ?2", address, since);
        var ofAccount = count(
                "select count(*) from failed_sign_in where address = ?1 and failed_at > ?2 and login_name = ?3",
                address,
                since,
                loginName);
        return fromAddress >= FAILURES_OF_ONE_ADDRESS || ofAccount >= FAILURES_OF_ONE_ACCOUNT;
    }

    void failed(String loginName, String address, Instant now) {
        run(
                "insert into failed_sign_in (login_name, address, failed_at) values (?1, ?2, ?3)",
                loginName,
                address,
                Timestamp.from(now));
        run(
                "delete from failed_sign_in where address = ?1 and failed_at < ?2",
                address,
                Timestamp.from(now.minus(WINDOW)));
    }

    void succeeded(String loginName, String address) {
        run("delete from failed_sign_in where login_name = ?1 and address = ?2", loginName, address);
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
