package org.suyuan.web.matching;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.suyuan.matching.MatchCriteria;
import org.suyuan.matching.MatchQueries;
import org.suyuan.matching.MatchRow;
import org.suyuan.matching.MatchState;
import org.suyuan.web.portal.Rows;

/** 风险匹配: the conditions, and the matches page by page, the latest first. */
@Named
@ViewScoped
public class MatchList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MatchQueries matches;

    private MatchCriteria criteria = new MatchCriteria();
    private Rows<MatchRow> rows;

    /** Looks for what the conditions say now. */
    public void search() {
        rows = null;
    }

    public MatchCriteria getCriteria() {
        return criteria;
    }

    public List<MatchState> getStates() {
        return List.of(MatchState.values());
    }

    public Rows<MatchRow> getRows() {
        if (rows == null) {
            var asked = criteria;
            rows = new Rows<>(
                    MatchQueries.MOST_HITS,
                    () -> matches.count(asked),
                    (first, size) -> matches.page(asked, first, size));
        }
        return rows;
    }
}
