package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.Refusal;

/** What the staff of the portal decide about registrations. Called by {@link RegistrationDesk} only. */
@Stateless
@PermitAll
public class RegistrationReview {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountBook book;

    @Inject
    private AuditLog audit;

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
        audit.record(Actor.system("console"), "identity.refuseAccount", loginName, null);
    }

    private Account waiting(String loginName) {
        return book.find(loginName)
                .filter(account -> account.status() == AccountStatus.WAITING)
                .orElseThrow(() -> new Refusal("identity.unknownAccount", loginName));
    }
}
