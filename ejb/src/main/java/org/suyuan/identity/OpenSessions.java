package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/** Where accounts are signed in. Called by the authentication mechanism and the use cases of the own account only. */
@Stateless
@PermitAll
public class OpenSessions {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountBook book;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    /**
     * @param card number of the card that was signed in with, or null
     * @param browser what it says it is, or null
     * @return the number of the session
     */
    public long begin(String loginName, String card, String address, String browser) {
        var session = new OpenSession(book.usable(loginName).orElseThrow(), card, address, browser, time.now());
        entities.persist(session);
        return session.id();
    }

    /** There is a request of this session: how the account stands now; empty when the session is over. */
    public Optional<AccountState> seen(long id) {
        var found = entities.createQuery(
                        "select s from OpenSession s join fetch s.account where s.id = :id", OpenSession.class)
                .setParameter("id", id)
                .getResultStream()
                .filter(session -> session.account().usable(settings.training()))
                .filter(this::isOpen)
                .findFirst();
        found.ifPresent(session -> session.seen(time.now()));
        return found.map(OpenSession::account)
                .map(account -> new AccountState(account.role(), account.mustChangePassword()));
    }

    /** The account has ended all of its sessions; this one goes on. */
    public void goOn(long id) {
        entities.find(OpenSession.class, id).goOn();
    }

    /** @return false when it was over before, or is none of this account */
    public boolean end(long id, String loginName) {
        return entities.createQuery("delete from OpenSession s where s.id = :id and s.account.id in"
                                + " (select a.id from Account a where a.loginName = :name)")
                        .setParameter("id", id)
                        .setParameter("name", loginName)
                        .executeUpdate()
                > 0;
    }

    /** The current one first, then those used last. */
    public List<OwnSession> of(String loginName, long current) {
        return entities.createQuery(
                        "select s from OpenSession s join fetch s.account where s.account.loginName = :name",
                        OpenSession.class)
                .setParameter("name", loginName)
                .getResultStream()
                .filter(this::isOpen)
                .map(session -> session.shown(current))
                .sorted(Comparator.comparing(OwnSession::current)
                        .thenComparing(OwnSession::lastSeen)
                        .reversed())
                .toList();
    }

    /** Those that are over. */
    public void forget() {
        var now = time.now();
        entities.createQuery("delete from OpenSession s where s.lastSeenAt < :idle or s.beganAt < :longest")
                .setParameter("idle", now.minus(idle()).minus(OpenSession.PRECISION))
                .setParameter("longest", now.minus(settings.longestSession()))
                .executeUpdate();
    }

    private boolean isOpen(OpenSession session) {
        return session.isOpen(idle(), settings.longestSession(), time.now());
    }

    private Duration idle() {
        return Duration.ofMinutes(settings.sessionMinutes());
    }
}
