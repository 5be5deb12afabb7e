package org.suyuan.web.recall;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.figures.NoticeShares;
import org.suyuan.recall.notices.NoticeProgress;
import org.suyuan.recall.notices.NoticeQueries;
import org.suyuan.recall.notices.NoticeRow;
import org.suyuan.recall.notices.ProposedReturn;
import org.suyuan.recall.notices.RecallNotices;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Format;
import org.suyuan.web.portal.Rows;

/** 通知经销商 on the page of a recall: who was told, who has answered, and how that went. */
@Named
@RequestScoped
public class NoticeBoard {

    /** Width and height of the chart, in its own units. */
    private static final int WIDTH = 600;

    private static final int HEIGHT = 120;

    /** How far the buyers were told, under a name. */
    public record Stage(String label, NoticeShares shares) {}

    @Inject
    private RecallView view;

    @Inject
    private RecallQueries recalls;

    @Inject
    private NoticeQueries notices;

    @Inject
    private RecallNotices telling;

    @Inject
    private RecallTimes times;

    @Inject
    private Format format;

    @Inject
    private Answers answers;

    private Rows<NoticeRow> rows;
    private NoticeProgress progress;
    private List<ProposedReturn> proposals;

    /** 全部通知 */
    public void tellAll() {
        answers.toldOf(() -> {
            var told = telling.tellAll(view.getTask().taskNo());
            var others = told.notices() - told.mails();
            if (told.notices() == 0) {
                answers.info("recallText.toldNobodyNew");
            } else {
                answers.info("recallText.toldAll", told.notices(), told.mails(), others);
            }
        });
        refresh();
    }

    /** To be read anew after an act. */
    void refresh() {
        progress = null;
        view.refresh();
    }

    public boolean isMailOn() {
        return telling.mailIsOn();
    }

    public Rows<NoticeRow> getRows() {
        if (rows == null) {
            var taskNo = view.getTask().taskNo();
            rows = new Rows<>(
                    Integer.MAX_VALUE,
                    () -> recalls.countAffectedBuyers(taskNo),
                    (first, size) -> notices.rows(taskNo, first, size));
        }
        return rows;
    }

    /** Confirmed returns that no round has taken over. */
    List<ProposedReturn> proposals() {
        if (proposals == null) {
            proposals = notices.proposals(view.getTask().taskNo());
        }
        return proposals;
    }

    public NoticeProgress getProgress() {
        if (progress == null) {
            progress = notices.progress(view.getTask().taskNo()).orElseThrow();
        }
        return progress;
    }

    /** As it stood at each submitted round, and as it stands now. */
    public List<Stage> getStages() {
        var stages = new ArrayList<Stage>();
        getProgress()
                .byRound()
                .forEach((round, shares) -> stages.add(new Stage(answers.text("recallText.roundOf", round), shares)));
        stages.add(new Stage(answers.text("recallText.now"), getProgress().now()));
        return stages;
    }

    /** As it stood at the end of each day. */
    public List<Stage> getDays() {
        return getProgress().byDay().stream()
                .map(day -> new Stage(format.minute(day.at()), day))
                .toList();
    }

    /** A number of buyers with its share of all. */
    public String share(int part, BigDecimal percent) {
        return percent == null ? String.valueOf(part) : part + " (" + format.quantity(percent) + "%)";
    }

    /** Time from being told to the confirmation, in words. */
    public String median(NoticeShares shares) {
        return shares.median() == null ? "–" : times.span(shares.median());
    }

    /** Points of the line of those who were told. */
    public String getToldLine() {
        return line(NoticeShares::toldPercent);
    }

    public String getConfirmedLine() {
        return line(NoticeShares::confirmedPercent);
    }

    /** From nobody, over the ends of the days, to now. */
    private String line(Function<NoticeShares, BigDecimal> share) {
        var days = getProgress().byDay();
        return IntStream.rangeClosed(0, days.size())
                .mapToObj(i -> {
                    var percent = i == 0 ? null : share.apply(days.get(i - 1));
                    return i * WIDTH / days.size() + ","
                            + (percent == null ? HEIGHT : HEIGHT - percent.intValue() * HEIGHT / 100);
                })
                .collect(Collectors.joining(" "));
    }
}
