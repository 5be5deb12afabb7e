package org.suyuan.web.matching;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.suyuan.matching.MatchQueries;
import org.suyuan.web.portal.Answers;

/** How many matches nobody has looked at, as menu and home page show it. */
@Named
@RequestScoped
public class MatchBadge {

    @Inject
    private MatchQueries matches;

    @Inject
    private Answers answers;

    private int unread;

    @PostConstruct
    void look() {
        unread = matches.unread();
    }

    public int getUnread() {
        return unread;
    }

    /** In words that follow the name of the menu item; empty when there are none. */
    public String getWaiting() {
        return unread == 0 ? "" : answers.text("matchingText.unreadWaiting", unread);
    }
}
