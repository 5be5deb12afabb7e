package org.suyuan.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.declaration.RecentDeclaration;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.RecallRow;
import org.suyuan.recall.notices.NoticeQueries;
import org.suyuan.recall.notices.SilentBuyers;
import org.suyuan.trace.AnsweredReport;
import org.suyuan.trace.QuantityFigure;
import org.suyuan.trace.TraceFigures;
import org.suyuan.trace.TraceStatus;

/** 首页: what waits for the operator, what there is to go on with, and the figures of the enterprise. */
@Named
@RequestScoped
public class Home {

    private static final int DECLARATIONS = 12;
    private static final int ANSWERS = 5;
    private static final int RECALLS = 5;
    private static final int MONTHS = 6;
    private static final List<TraceStatus> WAITING_FOR_ME =
            List.of(TraceStatus.DRAFT, TraceStatus.CUSTOMS_FAILED, TraceStatus.RETURNED, TraceStatus.SEND_FAILED);

    /**
     * One bar of a chart.
     *
     * @param percent length, as a share of the longest bar
     */
    public record Bar<T>(T of, long count, long percent) {}

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private TraceFigures figures;

    @Inject
    private RecallQueries recalls;

    @Inject
    private NoticeQueries notices;

    private List<RecallRow> pressingRecalls;
    private List<SilentBuyers> silentBuyers;
    private List<RecentDeclaration> recentDeclarations;
    private List<AnsweredReport> latestAnswers;
    private List<QuantityFigure> quantities;
    private List<Bar<TraceStatus>> waitingForMe;
    private List<Bar<TraceStatus>> byStatus;
    private List<Bar<YearMonth>> byMonth;

    @PostConstruct
    void look() {
        pressingRecalls = recalls.pressing(RECALLS);
        silentBuyers = notices.silent(RECALLS);
        recentDeclarations = declarations.recent(DECLARATIONS);
        latestAnswers = figures.latestAnswers(ANSWERS);
        quantities = figures.quantities();
        var counts = figures.byStatus();
        byStatus = bars(counts);
        waitingForMe = WAITING_FOR_ME.stream()
                .map(status -> new Bar<>(status, counts.getOrDefault(status, 0L), 0))
                .toList();
        byMonth = bars(figures.byMonth(MONTHS));
    }

    private static <T> List<Bar<T>> bars(Map<T, Long> counts) {
        var longest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Stream<Map.Entry<T, Long>> entries = counts.entrySet().stream();
        return entries.map(count -> new Bar<>(
                        count.getKey(), count.getValue(), longest == 0 ? 0 : 100 * count.getValue() / longest))
                .toList();
    }

    /** Open recalls whose next deadline is near or over. */
    public List<RecallRow> getPressingRecalls() {
        return pressingRecalls;
    }

    /** Recalls whose buyers do not answer, though reminded. */
    public List<SilentBuyers> getSilentBuyers() {
        return silentBuyers;
    }

    public List<RecentDeclaration> getRecentDeclarations() {
        return recentDeclarations;
    }

    public List<AnsweredReport> getLatestAnswers() {
        return latestAnswers;
    }

    public List<QuantityFigure> getQuantities() {
        return quantities;
    }

    public List<Bar<TraceStatus>> getWaitingForMe() {
        return waitingForMe;
    }

    public List<Bar<TraceStatus>> getByStatus() {
        return byStatus;
    }

    public List<Bar<YearMonth>> getByMonth() {
        return byMonth;
    }
}
