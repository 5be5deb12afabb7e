package org.suyuan.matching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/** What an importer does about a match: to look at it, and to say whether it concerns its goods. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.RECALL)
public class MatchDecisions {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * The importer has looked at it as it stands now, which needs no more than looking does. An agent's look does not count:
     * the duty to know is the importer's.
     */
    @Within(Scope.READ)
    public void markRead(long id) {
        var match = forChange(id);
        if (match.unread() && caller.operator().agent() == null) {
            match.read(time.now());
            audit.record(caller.actor(), "match.read", subject(id), null);
        }
    }

    /** It concerns our goods. */
    public void confirm(long id, @NotNull @Valid MatchDecision decision) {
        var reason = decision.getReason().strip();
        forChange(id).confirm(caller.operator().loginName(), reason, time.now());
        audit.record(caller.actor(), "match.confirm", subject(id), reason);
    }

    /** It does not. */
    public void dismiss(long id, @NotNull @Valid MatchDecision decision) {
        var reason = decision.getReason().strip();
        forChange(id).dismiss(caller.operator().loginName(), reason, time.now());
        audit.record(caller.actor(), "match.dismiss", subject(id), reason);
    }

    /** Somebody else's and an unknown one are refused alike. */
    private RiskMatch forChange(long id) {
        var operator = caller.operator();
        return entities.createQuery(
                        "select m from RiskMatch m where m.id = :id and m.importer = :owner", RiskMatch.class)
                .setParameter("id", id)
                .setParameter("owner", operator.uscc())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(match -> operator.isEntrustedWith(Scope.RECALL))
                .findFirst()
                .orElseThrow(() -> new Refusal("match.unknown"));
    }

    private static String subject(long id) {
        return "match " + id;
    }
}
