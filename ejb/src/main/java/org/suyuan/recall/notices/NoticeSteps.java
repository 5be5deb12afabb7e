package org.suyuan.recall.notices;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Enterprises;
import org.suyuan.mail.MailOutbox;
import org.suyuan.mail.MailSettings;
import org.suyuan.recall.RecallStatus;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * What follows when buyers are silent: after the time in which a recall of the level must begin a reminder, after it once
 * more another one, after the third time the person responsible is told who is silent. Who has no e-mail address is not
 * reminded, only named. Called by the duty {@code notices} only; the rows say what was done, so that nothing is done twice.
 */
@Stateless
@PermitAll
public class NoticeSteps {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Enterprises enterprises;

    @Inject
    private MailOutbox mails;

    @Inject
    private MailSettings mailSettings;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Notices for which something is to be done now, by id. */
    public List<Long> due(int most) {
        return entities.createQuery(
                        "select n.id from BuyerNotice n where n.nextStepAt <= :now order by n.nextStepAt, n.id",
                        Long.class)
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList();
    }

    /** Does what is to be done for one notice; when its buyer is to be named, all of the recall who are due are. */
    public void take(long id) {
        var now = time.now();
        var notice = entities.find(BuyerNotice.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!notice.isDue(now)) {
            return;
        }
        if (notice.task().status() != RecallStatus.OPEN) {
            notice.rest();
        } else if (mailSettings.on() && notice.mayBeReminded(now)) {
            mails.post(Letters.reminder(
                    notice, now, enterprises.profile(notice.task().importer()), notice.link(settings.baseUrl())));
        } else if (notice.escalate(now)) {
            escalate(notice, now);
        }
    }

    private void escalate(BuyerNotice first, Instant now) {
        var task = first.task();
        var silent = entities.createQuery(
                        "select n from BuyerNotice n where n.task = :task and n.nextStepAt <= :now order by n.id",
                        BuyerNotice.class)
                .setParameter("task", task)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(notice -> !(mailSettings.on() && notice.mayBeReminded(now)) && notice.escalate(now))
                .toList();
        var all = new ArrayList<>(List.of(first));
        all.addAll(silent);
        var email = enterprises.profile(task.importer()).recallEmail();
        if (email != null) {
            mails.post(Letters.escalation(task, all, email, now, settings.baseUrl() + "/recall/" + task.taskNo()));
        }
        audit.record(Actor.system("notices"), "recall.buyersSilent", task.taskNo(), all.size() + " buyers");
    }
}
