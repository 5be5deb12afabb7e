package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.suyuan.recall.RecallCriteria;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.RecallRow;
import org.suyuan.recall.RecallStatus;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Rows;

/** 召回管理: the conditions, and the recalls page by page, the most urgent first. */
@Named
@ViewScoped
public class RecallList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RecallQueries recalls;

    @Inject
    private Answers answers;

    private RecallCriteria criteria = new RecallCriteria();
    private Rows<RecallRow> rows;

    /** Looks for what the conditions say now; the dates must be in order. */
    public void search() {
        var from = criteria.getInitiatedFrom();
        var to = criteria.getInitiatedTo();
        if (from != null && to != null && from.isAfter(to)) {
            answers.refuse(null, "recallText.datesInOrder");
        } else {
            rows = null;
        }
    }

    public void reset() {
        criteria = new RecallCriteria();
        rows = null;
    }

    public RecallCriteria getCriteria() {
        return criteria;
    }

    public List<RecallStatus> getStatuses() {
        return List.of(RecallStatus.values());
    }

    public Rows<RecallRow> getRows() {
        if (rows == null) {
            var asked = criteria;
            rows = new Rows<>(
                    RecallQueries.MOST_HITS,
                    () -> recalls.count(asked),
                    (first, size) -> recalls.page(asked, first, size));
        }
        return rows;
    }
}
