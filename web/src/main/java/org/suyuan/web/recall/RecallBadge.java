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

    /** Name of the menu item, with the number for those who do not see it. */
    public String getLabel() {
        var name = answers.text("portalText.recallList");
        return unread == 0 ? name : answers.text("recallText.unreadLabel", name, unread);
    }
}
