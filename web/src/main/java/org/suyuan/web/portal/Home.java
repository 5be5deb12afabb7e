package org.suyuan.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.declaration.RecentDeclaration;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceRow;

/** 首页: what an operator would go on with. */
@Named
@RequestScoped
public class Home {

    private static final int DECLARATIONS = 20;
    private static final int REPORTS = 5;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private TraceQueries reports;

    private List<RecentDeclaration> recentDeclarations;
    private List<TraceRow> latestReports;

    public List<RecentDeclaration> getRecentDeclarations() {
        if (recentDeclarations == null) {
            recentDeclarations = declarations.recent(DECLARATIONS);
        }
        return recentDeclarations;
    }

    public List<TraceRow> getLatestReports() {
        if (latestReports == null) {
            latestReports = reports.page(new TraceCriteria(), 0, REPORTS);
        }
        return latestReports;
    }
}
