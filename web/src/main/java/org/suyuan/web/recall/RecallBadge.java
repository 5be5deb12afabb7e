package org.suyuan.web.recall;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.suyuan.recall.RecallQueries;
import org.suyuan.web.portal.Answers;

/** How many recalls nobody has looked at, as the menu shows it. */
@Named
@RequestScoped
public class RecallBadge {

    @Inject
    private RecallQueries recalls;

    @Inject
    private Answers answers;

    private int unread;

    @PostConstruct
    void look() {
        unread = recalls.unread();
    }

    public int getUnread() {
        return unread;
    }

    /** In words that follow the name of the menu item; empty when there are none. */
    public String getWaiting() {
        return unread == 0 ? "" : answers.text("recallText.unreadWaiting", unread);
    }
}
