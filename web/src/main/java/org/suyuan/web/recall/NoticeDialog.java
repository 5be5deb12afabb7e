package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.recall.notices.Addressed;
import org.suyuan.recall.notices.NoticeQueries;
import org.suyuan.recall.notices.NoticeRow;
import org.suyuan.recall.notices.RecallNotices;
import org.suyuan.recall.notices.TellingWay;
import org.suyuan.recall.notices.Told;
import org.suyuan.shared.BusinessTime;
import org.suyuan.web.portal.Answers;

/** The dialog about one buyer of recalled lots: his link, his mail, how he was told, and what he has confirmed. */
@Named
@ViewScoped
public class NoticeDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RecallView view;

    @Inject
    private NoticeBoard board;

    @Inject
    private NoticeQueries notices;

    @Inject
    private RecallNotices telling;

    @Inject
    private BusinessTime time;

    @Inject
    private Answers answers;

    private String buyer;
    private Addressed to = new Addressed();
    private Told told = new Told();
    private transient NoticeRow row;

    /** Opens with the buyer that the request names. */
    public void show() {
        buyer = Faces.getRequestParameter("buyer");
        row = null;
        begin();
        if (getRow() != null) {
            PrimeFaces.current().resetInputs("notice");
            PrimeFaces.current().executeScript("PF('noticeDialog').show()");
        }
    }

    private void begin() {
        to = new Addressed();
        to.setEmail(getRow() == null ? null : getRow().email());
        told = new Told();
        told.setAt(LocalDateTime.ofInstant(time.now(), BusinessTime.ZONE).truncatedTo(ChronoUnit.MINUTES));
    }

    /** 建立通知: makes the link, for the operator to pass on. */
    public void prepare() {
        act("recallText.noticeMade", () -> telling.prepare(taskNo(), buyer));
    }

    public void mail() {
        act("recallText.noticeMailed", () -> telling.mail(taskNo(), buyer, to));
    }

    /** 标记已告知 */
    public void markTold() {
        act("recallText.noticeTold", () -> telling.told(taskNo(), buyer, told));
    }

    /** 重新开放 */
    public void reopen() {
        act("recallText.noticeReopened", () -> telling.reopen(taskNo(), buyer));
    }

    private void act(String done, Runnable useCase) {
        if (answers.toldOf("notice", useCase)) {
            row = null;
            begin();
            board.refresh();
            answers.inform("notice", done);
        }
    }

    /** Nothing looks further than a field. */
    public boolean check() {
        return true;
    }

    private String taskNo() {
        return view.getTask().taskNo();
    }

    /** Null before the dialog is opened. */
    public NoticeRow getRow() {
        if (row == null && buyer != null && view.getTask() != null) {
            row = notices.row(taskNo(), buyer).orElse(null);
        }
        return row;
    }

    public List<TellingWay> getWays() {
        return TellingWay.BY_HAND;
    }

    public Addressed getTo() {
        return to;
    }

    public Told getTold() {
        return told;
    }
}
