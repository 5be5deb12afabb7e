package org.suyuan.trace;

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

/** What leaves the portal as a file: the same as the pages show, noted in the audit log. */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
@Within(Scope.READ)
public class TraceExport {

    @Inject
    private TraceQueries reports;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /** All hits that 追溯查询 can show. */
    public List<TraceRow> hits(TraceCriteria criteria) {
        var hits = reports.page(criteria, 0, TraceQueries.MOST_HITS);
        audit.record(caller.actor(), "trace.exportList", null, hits.size() + " reports");
        return hits;
    }

    /** 销售信息 of a report; empty for an unknown one and for somebody else's. */
    public Optional<List<SalesRecord>> sales(String unifiedNo) {
        return reports.detail(unifiedNo).map(detail -> {
            var sales = detail.report().sales();
            audit.record(caller.actor(), "trace.exportSales", unifiedNo, sales.size() + " rows");
            return sales;
        });
    }
}
