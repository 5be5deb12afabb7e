package org.suyuan.recall.drill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.Roles;

/** The files of finished drills as they leave the portal; noted in the audit log. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class DrillEvidence {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private OwnedDrills drills;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /**
     * Empty for an unknown drill, for somebody else's and for one that goes on.
     *
     * @param format {@code xlsx} or {@code pdf}
     */
    public Optional<byte[]> file(String drillNo, String format) {
        return drills.find(drillNo)
                .flatMap(drill -> entities.createQuery(
                                "select f from DrillFile f where f.drill = :drill and f.format = :format",
                                DrillFile.class)
                        .setParameter("drill", drill)
                        .setParameter("format", format)
                        .getResultStream()
                        .findFirst())
                .map(file -> {
                    audit.record(caller.actor(), "drill.export", drillNo, file.toString());
                    return file.content();
                });
    }
}
