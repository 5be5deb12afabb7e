package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suyuan.shared.BusinessTime;

/** The enterprises that an operator may act for today, by the authorisations that are valid. Called by the caller itself. */
@Stateless
@PermitAll
public class Principals {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BusinessTime time;

    /** The operator at work for this principal; empty when no authorisation for it is valid today. */
    public Optional<Operator> find(Operator self, long principalId) {
        return all(self).stream()
                .filter(operator -> operator.enterpriseId() == principalId)
                .findFirst();
    }

    /** The operator at work for each of the principals, in the order of their names. */
    public List<Operator> all(Operator self) {
        Map<Long, List<AgentAuthorization>> valid = entities.createQuery(
                        "select a from AgentAuthorization a join fetch a.principal where a.agent = :agent"
                                + " and a.status = :accepted and a.validFrom <= :today and a.validUntil >= :today",
                        AgentAuthorization.class)
                .setParameter("agent", self.uscc())
                .setParameter("accepted", AuthorizationStatus.ACCEPTED)
                .setParameter("today", time.today())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        authorization -> authorization.principal().id()));
        return valid.values().stream()
                .map(authorizations -> {
                    var scopes = EnumSet.noneOf(Scope.class);
                    authorizations.forEach(authorization -> scopes.addAll(authorization.scopes()));
                    var agent = new Agent(self.uscc(), self.enterpriseName(), scopes);
                    return Operator.of(self.loginName(), authorizations.get(0).principal(), agent);
                })
                .sorted(Comparator.comparing(Operator::enterpriseName))
                .toList();
    }
}
