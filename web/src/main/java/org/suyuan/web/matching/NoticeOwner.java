package org.suyuan.web.matching;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.suyuan.matching.MatchQueries;
import org.suyuan.matching.MatchRow;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.RecallRow;
import org.suyuan.shared.Roles;
import org.suyuan.web.info.InfoPage;

/**
 * What a public notice means to the enterprise that reads it, when it is signed in, or that a regulator looks at: its match,
 * and the recalls it caused (U5).
 */
@Named
@RequestScoped
public class NoticeOwner {

    @Inject
    private InfoPage info;

    @Inject
    private MatchQueries matches;

    @Inject
    private RecallQueries recallQueries;

    private MatchRow match;
    private List<RecallRow> recalls = List.of();

    @PostConstruct
    void look() {
        if (Faces.isUserInRole(Roles.ENTERPRISE) || Faces.isUserInRole(Roles.REGULATOR)) {
            var notice = info.getDetail().notice();
            match = matches.ofNotice(notice.id()).orElse(null);
            recalls = recallQueries.causedBy(notice.originId());
        }
    }

    /** Strangers, and enterprises that it does not concern, see nothing of all this. */
    public boolean isConcerned() {
        return match != null || !recalls.isEmpty();
    }

    public MatchRow getMatch() {
        return match;
    }

    public List<RecallRow> getRecalls() {
        return recalls;
    }
}
