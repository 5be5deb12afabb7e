package org.suyuan.web.trace;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceRow;
import org.suyuan.trace.TraceStatus;

/** The hits of one search; keeps only the page it shows. */
public class TraceRows extends LazyDataModel<TraceRow> {

    private static final long serialVersionUID = 1L;

    private final TraceQueries reports;
    private final TraceCriteria criteria;
    private boolean more;
    private boolean waiting;

    TraceRows(TraceQueries reports, TraceCriteria criteria) {
        this.reports = reports;
        this.criteria = criteria;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        var hits = reports.count(criteria);
        more = hits > TraceQueries.MOST_HITS;
        return Math.min(hits, TraceQueries.MOST_HITS);
    }

    @Override
    public List<TraceRow> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        var page = reports.page(criteria, first, size);
        waiting = page.stream().anyMatch(TraceRows::waits);
        return page;
    }

    private static boolean waits(TraceRow row) {
        return row.status() == TraceStatus.SUBMITTED
                || row.status() == TraceStatus.SENT
                || row.qrDue() && row.qrToken() == null;
    }

    /** True when there are more hits than are shown: the user should refine. */
    public boolean isMore() {
        return more;
    }

    /** True when customs or the QR job will change a row soon. */
    public boolean isWaiting() {
        return waiting;
    }
}
