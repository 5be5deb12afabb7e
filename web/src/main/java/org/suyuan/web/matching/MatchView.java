package org.suyuan.web.matching;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.foodsafety.Facet;
import org.suyuan.foodsafety.NoticeDetail;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.foodsafety.Vocabulary;
import org.suyuan.identity.Caller;
import org.suyuan.matching.Evidence;
import org.suyuan.matching.MatchDecisions;
import org.suyuan.matching.MatchQueries;
import org.suyuan.matching.MatchRow;
import org.suyuan.matching.MatchedLine;
import org.suyuan.matching.Score;
import org.suyuan.recall.AffectedSale;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.RecallRow;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Language;
import org.suyuan.web.portal.Rows;

/** {@code /match/17}: why a notice concerns the importer, and what it has of these goods and who bought them. */
@Named
@RequestScoped
public class MatchView {

    @Inject
    private MatchQueries matches;

    @Inject
    private MatchDecisions decisions;

    @Inject
    private Caller caller;

    @Inject
    private NoticeSearch notices;

    @Inject
    private RecallQueries recalls;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private Language language;

    @Inject
    private Answers answers;

    @Inject
    @Param(pathIndex = 0)
    private String number;

    private MatchRow match;
    private NoticeDetail notice;
    private List<RecallRow> recallsOfNotice;
    private Rows<MatchedLine> lines;
    private Rows<AffectedSale> sales;

    /** Somebody else's match is answered like one that does not exist. Who opens it has read it, but for a regulator. */
    public void open() {
        if (getMatch() == null) {
            Faces.responseSendError(404, null);
        } else if (getMatch().unread() && !caller.operator().regulator()) {
            decisions.markRead(getMatch().id());
        }
    }

    /** To be read anew after an act. */
    void refresh() {
        match = null;
    }

    public MatchRow getMatch() {
        if (match == null && number != null && number.matches("[0-9]{1,18}")) {
            match = matches.find(Long.parseLong(number)).orElse(null);
        }
        return match;
    }

    public NoticeDetail getNotice() {
        if (notice == null) {
            notice =
                    notices.detail(getMatch().category(), getMatch().noticeId()).orElseThrow();
        }
        return notice;
    }

    /** Recalls that name this notice as their cause. */
    public List<RecallRow> getRecalls() {
        if (recallsOfNotice == null) {
            recallsOfNotice = recalls.causedBy(getMatch().originId());
        }
        return recallsOfNotice;
    }

    public Rows<MatchedLine> getLines() {
        if (lines == null) {
            var id = getMatch().id();
            lines = new Rows<>(
                    Integer.MAX_VALUE, () -> matches.countLines(id), (first, size) -> matches.lines(id, first, size));
        }
        return lines;
    }

    public Rows<AffectedSale> getSales() {
        if (sales == null) {
            var id = getMatch().id();
            sales = new Rows<>(
                    Integer.MAX_VALUE, () -> matches.countSales(id), (first, size) -> matches.sales(id, first, size));
        }
        return sales;
    }

    /** Each reason in words, the weightiest first. */
    public List<String> worded(Score score) {
        return score.reasons().entrySet().stream().map(this::worded).toList();
    }

    private String worded(Map.Entry<Evidence, String> reason) {
        var value = reason.getKey() == Evidence.COUNTRY
                ? vocabulary.name(Facet.COUNTRY, reason.getValue(), language.getLocale())
                : reason.getValue();
        return answers.text(
                String.join(".", "matchingText", "reason", reason.getKey().name()), value);
    }

    /** What the link to a recall of this line does, for who does not see its row. */
    public String aboutRecall(MatchedLine line) {
        return answers.text("matchingText.recallFor", line.declarationNo(), line.seqNo());
    }

    public String aboutDrill(MatchedLine line) {
        return answers.text("matchingText.drillFor", line.declarationNo(), line.seqNo());
    }

    /** The page where a recall of this line begins, with the notice as its cause. */
    public String recallAddress(MatchedLine line) {
        return Faces.getRequestContextPath() + "/recall/voluntary?declaration=" + line.declarationNo() + "&item="
                + line.seqNo() + "&notice=" + URLEncoder.encode(getMatch().originId(), StandardCharsets.UTF_8);
    }

    public String authority(String source) {
        return vocabulary.authority(source, language.getLocale());
    }
}
