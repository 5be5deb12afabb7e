package org.suyuan.web.matching;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.matching.MatchQueries;
import org.suyuan.matching.MatchRow;
import org.suyuan.web.recall.RecallView;

/** From the recall of the page back to the 不合格 record that caused it (U5). */
@Named
@RequestScoped
public class RecallCause {

    @Inject
    private RecallView recall;

    @Inject
    private NoticeSearch search;

    @Inject
    private MatchQueries matches;

    private List<Notice> notices;

    /** Several sources may use the same number. */
    public List<Notice> getNotices() {
        if (notices == null) {
            var number = recall.getTask().nonconformityNo();
            notices = number == null ? List.of() : search.numbered(number);
        }
        return notices;
    }

    /** Its match with the importer's goods, or null. */
    public MatchRow match(Notice notice) {
        return matches.ofNotice(notice.id()).orElse(null);
    }
}
