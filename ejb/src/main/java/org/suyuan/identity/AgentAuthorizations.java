package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;
import org.suyuan.shared.SocialCreditCode;

/**
 * 委托管理: what an enterprise entrusts to agents, and what others entrust to it. Always in the name of the operator's own
 * enterprise: no agent grants, accepts or revokes for its principal.
 */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
public class AgentAuthorizations {

    /** Lists show this many, the latest. */
    private static final int MOST = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Principals principals;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Entrusts work to the enterprise of this code, which then has to accept. */
    public void grant(@NotNull @Valid AuthorizationForm form) {
        var self = caller.self();
        var agent = new SocialCreditCode(form.getAgentUscc());
        if (agent.equals(self.uscc())) {
            throw new Refusal("agent.self");
        }
        if (form.getValidUntil().isBefore(time.today())) {
            throw new Refusal("agent.expired", form.getValidUntil());
        }
        var authorization = new AgentAuthorization(
                entities.find(Enterprise.class, self.enterpriseId()),
                agent,
                form.scopes(),
                form.getValidFrom(),
                form.getValidUntil(),
                self.loginName(),
                time.now());
        entities.persist(authorization);
        record(
                "agent.grant",
                authorization,
                authorization.scopes() + " " + form.getValidFrom() + " to " + form.getValidUntil());
    }

    public void accept(long id) {
        var authorization = received(id);
        authorization.accept(caller.self().loginName(), time.today(), time.now());
        record("agent.accept", authorization, null);
    }

    public void decline(long id) {
        var authorization = received(id);
        authorization.decline(caller.self().loginName(), time.now());
        record("agent.decline", authorization, null);
    }

    /** Ends it at once, by the principal or by the agent. */
    public void revoke(long id, @NotNull @Valid Revocation form) {
        var authorization = find(id);
        var reason = form.getReason().strip();
        authorization.revoke(caller.self(), reason, time.now());
        record("agent.revoke", authorization, reason);
    }

    /** What the own enterprise entrusts to others, the latest first. */
    public List<AuthorizationRow> given() {
        return rows("a.principal.id = :id", "id", caller.self().enterpriseId());
    }

    /** What others entrust to the own enterprise, the latest first. */
    public List<AuthorizationRow> received() {
        return rows("a.agent = :uscc", "uscc", caller.self().uscc());
    }

    /** The operator at work for each enterprise that it may act for today, in the order of their names. */
    public List<Operator> principals() {
        return principals.all(caller.self());
    }

    /** Chooses for whom the caller works from now on: one of {@link #principals}. Needs a card (A3). */
    public void actFor(long principalId) {
        var principal = caller.actFor(principalId);
        audit.record(caller.actor(), "agent.actFor", principal.uscc().value(), null);
    }

    /** From now on the caller works for the own enterprise. */
    public void actForSelf() {
        caller.actForSelf();
    }

    private AgentAuthorization received(long id) {
        var authorization = find(id);
        if (!authorization.agent().equals(caller.self().uscc())) {
            throw new Refusal("agent.unknown");
        }
        return authorization;
    }

    /** One of the own enterprise on either side; somebody else's is answered like one that does not exist. */
    private AgentAuthorization find(long id) {
        return entities.createQuery(
                        "select a from AgentAuthorization a where a.id = :id"
                                + " and (a.principal.id = :self or a.agent = :uscc)",
                        AgentAuthorization.class)
                .setParameter("id", id)
                .setParameter("self", caller.self().enterpriseId())
                .setParameter("uscc", caller.self().uscc())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal("agent.unknown"));
    }

    private List<AuthorizationRow> rows(String owned, String parameter, Object value) {
        var found = entities.createQuery(
                        "select a from AgentAuthorization a join fetch a.principal where " + owned
                                + " order by a.id desc",
                        AgentAuthorization.class)
                .setParameter(parameter, value)
                .setMaxResults(MOST)
                .getResultList();
        var names = names(found);
        var today = time.today();
        return found.stream()
                .map(authorization -> AuthorizationRow.of(authorization, names, today))
                .toList();
    }

    /** Names of the agents by their codes. */
    private Map<SocialCreditCode, String> names(List<AgentAuthorization> authorizations) {
        var agents = authorizations.stream()
                .map(AgentAuthorization::agent)
                .distinct()
                .toList();
        return agents.isEmpty()
                ? Map.of()
                : entities.createQuery("select e from Enterprise e where e.uscc in :agents", Enterprise.class)
                        .setParameter("agents", agents)
                        .getResultStream()
                        .collect(Collectors.toMap(Enterprise::uscc, Enterprise::name));
    }

    private void record(String action, AgentAuthorization authorization, String detail) {
        audit.record(caller.actor(), action, authorization.principal().uscc() + " to " + authorization.agent(), detail);
    }
}
