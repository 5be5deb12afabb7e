package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final int MOST_LINES = 100;

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

    /** Accounts and origins that are refused at this moment, one line each. */
    List<String> locked(Instant now) {
        var since = Timestamp.from(now.minus(WINDOW));
        List<?> accounts = query(
                        "select login_name, address, count(*), max(failed_at) from failed_sign_in where failed_at > ?1"
                                + " group by login_name, address having count(*) >= " + FAILURES_OF_ONE_ACCOUNT
                                + " order by 4 desc",
                        since)
                .setMaxResults(MOST_LINES)
                .getResultList();
        List<?> origins = query(
                        "select '*', address, count(*), max(failed_at) from failed_sign_in where failed_at > ?1"
                                + " group by address having count(*) >= " + FAILURES_OF_ONE_ORIGIN
                                + " order by 4 desc",
                        since)
                .setMaxResults(MOST_LINES)
                .getResultList();
        List<?> everywhere = query(
                        "select login_name, '*', count(*), max(failed_at) from failed_sign_in where failed_at > ?1"
                                + " group by login_name having count(*) >= " + FAILURES_FROM_ANYWHERE
                                + " order by 4 desc",
                        since)
                .setMaxResults(MOST_LINES)
                .getResultList();
        return Stream.of(origins, everywhere, accounts)
                .flatMap(List::stream)
                .map(row -> Stream.of((Object[]) row).map(String::valueOf).collect(Collectors.joining(" | ")))
                .toList();
    }

    /** Forgets the failures of an account, wherever they came from; how many there were. */
    int forgetAccount(String loginName) {
        return query("delete from failed_sign_in where login_name = ?1", loginName)
                .executeUpdate();
    }

    /** Forgets what failed from one origin; how much there was. */
    int forgetOrigin(String origin) {
        return query("delete from failed_sign_in where address = ?1", origin).executeUpdate();
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
