package org.suyuan.recall.notices;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.Optional;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Caller;
import org.suyuan.identity.EnterpriseProfile;
import org.suyuan.identity.EnterpriseProfiles;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.mail.MailOutbox;
import org.suyuan.mail.MailSettings;
import org.suyuan.recall.AffectedBuyer;
import org.suyuan.recall.AffectedSales;
import org.suyuan.recall.OwnedTasks;
import org.suyuan.recall.RecallReporting;
import org.suyuan.recall.RecallTask;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.EmailAddress;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;
import org.suyuan.shared.Settings;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.BuyerBook;

/**
 * 通知经销商 (F10): what an operator does to tell the buyers of recalled lots. Telling buyers is the first act of a recall, so it
 * starts one that nobody has started (F9), as a submitted round does. Every act locks the recall first, so that two operators
 * who tell all buyers make one notice for each; after the end of the recall all are refused.
 */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.RECALL)
public class RecallNotices {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private OwnedTasks tasks;

    @Inject
    private AffectedSales sales;

    @Inject
    private RecallReporting reporting;

    @Inject
    private EnterpriseProfiles profiles;

    @Inject
    private BuyerBook buyers;

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

    /** Whether notices can leave by mail, as the page of a recall says to whoever may read it. */
    @Within(Scope.READ)
    public boolean mailIsOn() {
        return mailSettings.on();
    }

    /** 全部通知: makes a notice for every buyer who has none; those with a known address get it by mail. */
    public NoticeCount tellAll(String taskNo) {
        var task = begin(taskNo);
        var profile = profile();
        var emails = buyers.emails();
        var noticed = new HashSet<>(
                entities.createQuery("select n.buyer from BuyerNotice n where n.task = :task", SocialCreditCode.class)
                        .setParameter("task", task)
                        .getResultList());
        int notices = 0;
        int mailed = 0;
        for (var buyer : sales.buyers(task, 0, Integer.MAX_VALUE)) {
            if (!noticed.contains(buyer.uscc())) {
                var notice = made(task, buyer);
                notice.address(emails.get(buyer.uscc().value()));
                notices++;
                mailed += mail(notice, buyer, profile) ? 1 : 0;
            }
        }
        audit.record(caller.actor(), "recall.tellAll", taskNo, notices + " notices, " + mailed + " mails");
        return new NoticeCount(notices, mailed);
    }

    /** Makes the notice of one buyer, whose link the operator passes on; there already, it stays as it is. */
    public void prepare(String taskNo, String buyerCode) {
        var task = begin(taskNo);
        var buyer = buyer(task, buyerCode);
        profile();
        if (find(task, buyer).isEmpty()) {
            made(task, buyer).address(buyers.emails().get(buyerCode));
            audit.record(caller.actor(), "recall.notice", taskNo, buyerCode);
        }
    }

    /** Sends the notice of one buyer by mail, making it when there is none, and remembers his address. */
    public void mail(String taskNo, String buyerCode, @NotNull @Valid Addressed to) {
        var task = begin(taskNo);
        var buyer = buyer(task, buyerCode);
        var profile = profile();
        if (!mailSettings.on()) {
            throw new Refusal("notice.mailOff");
        }
        var email = new EmailAddress(to.getEmail()).value();
        var notice = find(task, buyer).orElseGet(() -> made(task, buyer));
        requireUsable(notice);
        notice.address(email);
        buyers.rememberEmail(buyerCode, email);
        mail(notice, buyer, profile);
        audit.record(caller.actor(), "recall.noticeMailed", taskNo, buyerCode + " " + email);
    }

    /** 标记已告知: the operator told the buyer by telephone, WeChat or otherwise. */
    public void told(String taskNo, String buyerCode, @NotNull @Valid Told told) {
        var task = begin(taskNo);
        var buyer = buyer(task, buyerCode);
        profile();
        var notice = find(task, buyer).orElseGet(() -> made(task, buyer));
        var at = told.getAt().atZone(BusinessTime.ZONE).toInstant();
        notice.told(told.getWay(), at, time.now());
        audit.record(caller.actor(), "recall.noticeTold", taskNo, buyerCode + " " + told.getWay() + " " + at);
    }

    /**
     * 重新开放: a new link in place of one that has expired, got into wrong hands, or brought a wrong confirmation, which is
     * void. What a round has taken over stays as it is: customs may have it.
     */
    public void reopen(String taskNo, String buyerCode) {
        var task = begin(taskNo);
        var buyer = buyer(task, buyerCode);
        var notice = find(task, buyer).orElseThrow(() -> new Refusal("notice.none", buyer.name()));
        if (isTaken(notice)) {
            throw new Refusal("notice.taken", buyer.name());
        }
        audit.record(
                caller.actor(),
                "recall.noticeReopened",
                taskNo,
                "%s, was %s, returned %s, unrecoverable %s, by %s"
                        .formatted(
                                buyerCode,
                                notice.state(),
                                notice.returned(),
                                notice.unrecoverable(),
                                notice.contactPerson()));
        notice.issue(time.now(), settings.noticeTime());
        mail(notice, buyer, profile());
    }

    private boolean isTaken(BuyerNotice notice) {
        return entities.createQuery("select count(a.id) from RecallAction a where a.noticeId = :notice", Long.class)
                        .setParameter("notice", notice.id())
                        .getSingleResult()
                > 0;
    }

    private RecallTask begin(String taskNo) {
        var task = tasks.forChange(taskNo);
        task.requireOpen();
        reporting.start(taskNo);
        return task;
    }

    /** Whom buyers ask: nobody trusts a notice without it. */
    private EnterpriseProfile profile() {
        var profile = profiles.current();
        if (!profile.canBeAsked()) {
            throw new Refusal("notice.noContact");
        }
        return profile;
    }

    private AffectedBuyer buyer(RecallTask task, String code) {
        return Optional.ofNullable(code)
                .filter(SocialCreditCode::isValid)
                .flatMap(valid -> sales.buyer(task, new SocialCreditCode(valid)))
                .orElseThrow(() -> new Refusal("notice.notABuyer", String.valueOf(code)));
    }

    private Optional<BuyerNotice> find(RecallTask task, AffectedBuyer buyer) {
        return entities.createQuery(
                        "select n from BuyerNotice n where n.task = :task and n.buyer = :buyer", BuyerNotice.class)
                .setParameter("task", task)
                .setParameter("buyer", buyer.uscc())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private BuyerNotice made(RecallTask task, AffectedBuyer buyer) {
        var notice = new BuyerNotice(task, buyer.uscc(), buyer.name(), time.now(), settings.noticeTime());
        entities.persist(notice);
        return notice;
    }

    private void requireUsable(BuyerNotice notice) {
        switch (notice.standing(time.now())) {
            case OPEN, CLOSED, WITHDRAWN -> {}
            case CONFIRMED -> throw new Refusal("notice.alreadyConfirmed");
            case EXPIRED -> throw new Refusal("notice.expired");
        }
    }

    private boolean mail(BuyerNotice notice, AffectedBuyer buyer, EnterpriseProfile profile) {
        return notice.email() != null
                && mailSettings.on()
                && mails.post(Letters.notice(notice, buyer.soldQuantity(), profile, notice.link(settings.baseUrl())));
    }
}
