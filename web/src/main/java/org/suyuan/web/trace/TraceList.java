package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.suyuan.shared.table.TableFormat;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceFiling;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceRow;
import org.suyuan.trace.TraceStatus;
import org.suyuan.web.portal.Answers;

/** 追溯查询: the conditions, and the hits page by page. */
@Named
@ViewScoped
public class TraceList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TraceQueries reports;

    @Inject
    private TraceFiling filing;

    @Inject
    private Answers answers;

    @Inject
    private TraceSheets sheets;

    private TraceCriteria criteria = new TraceCriteria();
    private TraceRows rows;
    private String doomedNo;
    private int doomedVersion;

    /** Looks for what the conditions say now; the dates must be in order. */
    public void search() {
        var from = criteria.getReportedFrom();
        var to = criteria.getReportedTo();
        if (from != null && to != null && from.isAfter(to)) {
            answers.refuse(null, "traceText.datesInOrder");
        } else {
            rows = new TraceRows(reports, criteria);
        }
    }

    public void reset() {
        criteria = new TraceCriteria();
        rows = new TraceRows(reports, criteria);
    }

    public void askToDelete(TraceRow row) {
        doomedNo = row.unifiedNo();
        doomedVersion = row.lockVersion();
    }

    public void delete() {
        if (answers.toldOf(() -> filing.delete(doomedNo, doomedVersion))) {
            answers.info("traceText.deleted", doomedNo);
        }
    }

    /** The hits as a file: all that the list can show. */
    public void export(TableFormat format) throws IOException {
        Faces.sendFile(sheets.hits(criteria, format), sheets.fileName("traceList", format), true);
    }

    public String getDoomedNo() {
        return doomedNo;
    }

    public TraceCriteria getCriteria() {
        return criteria;
    }

    /** Those that a report in the list may have. */
    public List<TraceStatus> getStatuses() {
        return Stream.of(TraceStatus.values())
                .filter(status -> status != TraceStatus.DELETED)
                .toList();
    }

    public TraceRows getRows() {
        if (rows == null) {
            rows = new TraceRows(reports, criteria);
        }
        return rows;
    }
}
