package org.suyuan.recall;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.Roles;

/** What leaves 召回管理 as a file: every sale of the affected lots; noted in the audit log. */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
@Within(Scope.READ)
public class RecallExport {

    @Inject
    private OwnedTasks tasks;

    @Inject
    private AffectedSales sales;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /** Every affected sale; empty for an unknown recall and for somebody else's. */
    public Optional<List<AffectedSale>> sales(String taskNo) {
        return tasks.find(taskNo).map(task -> {
            var rows = sales.rows(task, 0, Integer.MAX_VALUE);
            audit.record(caller.actor(), "recall.exportSales", taskNo, rows.size() + " rows");
            return rows;
        });
    }
}
