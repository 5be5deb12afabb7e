package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.EnumSet;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.FillingTurn;
import org.suyuan.shared.Settings;

/** What the demo importers have entrusted to the demo broker: the first one everything for a year, the second one once. */
@Singleton
@Startup
@PermitAll
@DependsOn("TrainingAccounts")
public class TrainingAuthorizations {

    private static final String AGENT = "agent1";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Settings settings;

    @Inject
    private FillingTurn turn;

    @Inject
    private BusinessTime time;

    @PostConstruct
    void grantAll() {
        if (settings.training()) {
            turn.take();
            var today = time.today();
            grant("importer1", today, today.plusYears(1));
            grant("importer2", today.minusYears(1), today.minusDays(1));
        }
    }

    /** Only once, so that it stays revoked when somebody tried that. */
    private void grant(String principal, LocalDate from, LocalDate until) {
        var importer = enterprise(principal);
        var agent = enterprise(AGENT);
        var known = entities.createQuery(
                        "select count(a) from AgentAuthorization a where a.principal = :principal and a.agent = :agent",
                        Long.class)
                .setParameter("principal", importer)
                .setParameter("agent", agent.uscc())
                .getSingleResult();
        if (known == 0) {
            var authorization = new AgentAuthorization(
                    importer, agent.uscc(), EnumSet.allOf(Scope.class), from, until, principal, time.now());
            authorization.accept(AGENT, from, time.now());
            entities.persist(authorization);
        }
    }

    private Enterprise enterprise(String account) {
        return entities.createQuery("select a.enterprise from Account a where a.loginName = :name", Enterprise.class)
                .setParameter("name", account)
                .getSingleResult();
    }
}
