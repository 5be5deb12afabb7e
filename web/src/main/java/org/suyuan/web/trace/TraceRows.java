package org.suyuan.web.trace;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.SortMeta;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceRow;
import org.suyuan.trace.TraceStatus;
import org.suyuan.web.portal.Rows;

/** The hits of one search for reports. */
public class TraceRows extends Rows<TraceRow> {

    private static final long serialVersionUID = 1L;

    private boolean waiting;

    TraceRows(TraceQueries reports, TraceCriteria criteria) {
        super(
                TraceQueries.MOST_HITS,
                () -> reports.count(criteria),
                (first, size) -> reports.page(criteria, first, size));
    }

    @Override
    public List<TraceRow> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        var page = super.load(first, size, sorting, filters);
        waiting = page.stream().anyMatch(TraceRows::waits);
        return page;
    }

    private static boolean waits(TraceRow row) {
        return row.status() == TraceStatus.SUBMITTED
                || row.status() == TraceStatus.SENT
                || row.qrDue() && row.qrToken() == null;
    }

    /** True when customs or the QR job will change a row soon. */
    public boolean isWaiting() {
        return waiting;
    }
}
