package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.omnifaces.cdi.Param;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.suyuan.recall.notices.NoticeReplies;
import org.suyuan.recall.notices.NoticeReply;
import org.suyuan.recall.notices.ReceivedNotice;
import org.suyuan.shared.ClientAddress;
import org.suyuan.web.portal.Answers;

/** {@code /n/<token>}: a notice as its buyer opens it, without an account, mostly on a telephone (F10). */
@Named
@ViewScoped
public class NoticePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ClientAddress clients;

    @Inject
    private NoticeReplies replies;

    @Inject
    private Answers answers;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private final NoticeReply reply = new NoticeReply();
    private transient ReceivedNotice notice;

    /** A guessed, altered or replaced token is answered like any unknown address. */
    public void open() {
        if (getNotice() == null) {
            Faces.responseSendError(404, null);
        }
    }

    /** 确认. Whatever came of it, the page shows the notice as it stands now. */
    public synchronized void confirm() {
        if (check() && answers.toldOf(() -> replies.confirm(token, reply, clients.of(Faces.getRequest())))) {
            Faces.redirect("n/%s", token);
        }
        notice = null;
    }

    /** The rule that looks beyond a field: no more comes back than was bought. */
    public boolean check() {
        if (reply.getReturned() == null || getNotice().content() == null) {
            return true;
        }
        var bought = getNotice().content().bought();
        var total = reply.getReturned().add(Objects.requireNonNullElse(reply.getUnrecoverable(), BigDecimal.ZERO));
        if (total.compareTo(bought) > 0) {
            answers.refuse("reply:returned", "recallText.exceedsBought", total, bought);
            return false;
        }
        return true;
    }

    public ReceivedNotice getNotice() {
        if (notice == null && token != null) {
            notice = replies.open(token).orElse(null);
        }
        return notice;
    }

    public NoticeReply getReply() {
        return reply;
    }
}
