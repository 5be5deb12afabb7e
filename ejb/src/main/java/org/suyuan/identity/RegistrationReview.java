package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;

/**
 * What becomes of registrations: the staff of the portal decide, and what nobody decided about lapses. Called by {@link
 * RegistrationDesk} and a duty only.
 */
@Stateless
@PermitAll
public class RegistrationReview {

    /** Else names and enterprises would be kept for ever by whoever typed them first. */
    private static final Duration VALIDITY = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountBook book;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Accounts that wait, the oldest first. */
    public List<Account> waiting() {
        return entities.createQuery(
                        "select a from Account a join fetch a.enterprise where a.status = :waiting order by a.openedAt",
                        Account.class)
                .setParameter("waiting", AccountStatus.WAITING)
                .getResultList();
    }

    /** The staff of the portal have made sure that the account belongs to the enterprise. */
    public void release(String loginName) {
        var account = waiting(loginName);
        account.activate();
        audit.record(Actor.system("console"), "identity.activateAccount", loginName, null);
    }

    /** The account, and the enterprise when it is its only one, are forgotten. */
    public void refuse(String loginName) {
        remove(loginName, "console", "identity.refuseAccount");
    }

    /** Accounts that waited for too long. */
    public List<String> overdue() {
        return entities.createQuery(
                        "select a.loginName from Account a where a.status = :waiting and a.openedAt < :before",
                        String.class)
                .setParameter("waiting", AccountStatus.WAITING)
                .setParameter("before", time.now().minus(VALIDITY))
                .getResultList();
    }

    /** Nobody decided in time: as if refused. */
    public void lapse(String loginName) {
        remove(loginName, "forgetting", "identity.lapseAccount");
    }

    private void remove(String loginName, String actor, String action) {
        var account = waiting(loginName);
        entities.remove(account);
        entities.flush();
        var others = entities.createQuery(
                        "select count(a.id) from Account a where a.enterprise = :enterprise", Long.class)
                .setParameter("enterprise", account.enterprise())
                .getSingleResult();
        if (others == 0) {
            entities.remove(account.enterprise());
        }
        audit.record(Actor.system(actor), action, loginName, null);
    }

    private Account waiting(String loginName) {
        return book.find(loginName)
                .filter(account -> account.status() == AccountStatus.WAITING)
                .orElseThrow(() -> new Refusal("identity.unknownAccount", loginName));
    }
}
