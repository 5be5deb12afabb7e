package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.recall.notices.NoticeSteps;

/** Reminds buyers who do not answer their notice, and tells the importer who stays silent. */
@ApplicationScoped
class NoticeDuty implements Duty {

    private static final int STEPS_A_ROUND = 500;

    @Inject
    private NoticeSteps notices;

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void perform() {
        notices.due(STEPS_A_ROUND).forEach(notices::take);
    }
}
