package org.suyuan.recall.notices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.suyuan.recall.RecallStatus;
import org.suyuan.recall.RecallTask;
import org.suyuan.shared.PhoneNumber;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;

/**
 * 通知: what one buyer of recalled lots is told, and answers, by a link that needs no account (食品安全法 art. 63: the importer
 * informs those who sell the food, and keeps a record of it). There is one for each buyer and recall. Its link is good once,
 * until it expires or the recall ends; a new link takes its place when an answer was wrong. A silent buyer is reminded twice,
 * then named to the person responsible. Whoever changes it locks its row first.
 */
@Entity
@Table(name = "buyer_notice")
public class BuyerNotice {

    static final int MOST_REMINDERS = 2;

    /** The share of the silence after which a buyer is named: two reminders, then this. */
    private static final int STEPS = MOST_REMINDERS + 1;

    private static final int TOKEN_BYTES = 16; // 128 bits: nobody guesses one
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "buyer_notice_seq")
    @SequenceGenerator(name = "buyer_notice_seq", sequenceName = "buyer_notice_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "task_id")
    private RecallTask task;

    @Column(name = "importer_uscc")
    private SocialCreditCode importer;

    @Column(name = "buyer_uscc")
    private SocialCreditCode buyer;

    @Column(name = "buyer_name")
    private String buyerName;

    private String email;
    private String token;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private int mails;

    @Column(name = "mail_occasion")
    private String mailOccasion;

    @Column(name = "mail_failed")
    private boolean mailFailed;

    @Column(name = "told_at")
    private Instant toldAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "told_way")
    private TellingWay toldWay;

    @Column(name = "opened_at")
    private Instant openedAt;

    private int reminders;

    @Column(name = "next_step_at")
    private Instant nextStepAt;

    @Column(name = "escalated_at")
    private Instant escalatedAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private BigDecimal returned;
    private BigDecimal unrecoverable;

    @Column(name = "contact_person")
    private String contactPerson;

    private String phone;
    private String remark;

    protected BuyerNotice() {}

    /** @param goodFor how long its link is good */
    BuyerNotice(RecallTask task, SocialCreditCode buyer, String buyerName, Instant now, Duration goodFor) {
        this.task = task;
        this.importer = task.importer();
        this.buyer = buyer;
        this.buyerName = buyerName;
        issue(now, goodFor);
    }

    /** A new link; the one before is dead from now on, and what was confirmed by it is void. */
    void issue(Instant now, Duration goodFor) {
        var random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        issuedAt = now;
        expiresAt = now.plus(goodFor);
        openedAt = null;
        confirmedAt = null;
        returned = null;
        unrecoverable = null;
        contactPerson = null;
        phone = null;
        remark = null;
        reminders = 0;
        escalatedAt = null;
        nextStepAt = now.plus(patience());
    }

    /** @param address where the buyer gets mail; null when that is not known */
    void address(String address) {
        email = address;
    }

    /** Occasion of the next mail with this link. */
    String nextMail() {
        mails++;
        mailFailed = false;
        mailOccasion = "notice.%s.%s.%d".formatted(task.taskNo(), buyer, mails);
        return mailOccasion;
    }

    void mailLeft(boolean sent, Instant at) {
        mailFailed = !sent;
        if (sent) {
            tell(TellingWay.MAIL, at);
        }
    }

    /** An operator notes that the buyer was told by another way than mail. */
    void told(TellingWay way, Instant at, Instant now) {
        if (toldAt != null) {
            throw new Refusal("notice.alreadyTold", buyerName);
        }
        if (at.isAfter(now) || at.isBefore(task.notifiedAt())) {
            throw new Refusal("notice.toldWhen");
        }
        tell(way, at);
    }

    private void tell(TellingWay way, Instant at) {
        if (toldAt == null) {
            toldAt = at;
            toldWay = way;
            if (confirmedAt == null && escalatedAt == null) {
                nextStepAt = at.plus(patience());
            }
        }
    }

    /** Who opens the link has been told, however the link came to him. */
    void opened(Instant now) {
        if (openedAt == null) {
            openedAt = now;
            tell(TellingWay.LINK, now);
        }
    }

    /** @param bought by this buyer: more cannot come back */
    void confirm(NoticeReply reply, BigDecimal bought, Instant now) {
        switch (standing(now)) {
            case OPEN -> {}
            case CONFIRMED -> throw new Refusal("notice.alreadyConfirmed");
            case EXPIRED -> throw new Refusal("notice.expired");
            case CLOSED, WITHDRAWN -> throw new Refusal("notice.over");
        }
        var lost = Objects.requireNonNullElse(reply.getUnrecoverable(), BigDecimal.ZERO);
        if (reply.getReturned().add(lost).compareTo(bought) > 0) {
            throw new Refusal("notice.exceedsBought", reply.getReturned().add(lost), bought);
        }
        opened(now);
        confirmedAt = now;
        returned = reply.getReturned();
        unrecoverable = lost;
        contactPerson = reply.getContactPerson().strip();
        phone = new PhoneNumber(reply.getPhone()).value();
        remark = reply.getRemark() == null || reply.getRemark().isBlank()
                ? null
                : reply.getRemark().strip();
        nextStepAt = null;
    }

    /** True when the buyer has been silent for so long that something is to be done now. */
    boolean isDue(Instant now) {
        return nextStepAt != null && !nextStepAt.isAfter(now);
    }

    /** The recall is over: nobody waits for this buyer any more. */
    void rest() {
        nextStepAt = null;
    }

    boolean mayBeReminded(Instant now) {
        return email != null && reminders < MOST_REMINDERS && standing(now) == Standing.OPEN;
    }

    /** @return the occasion of the reminder */
    String remind(Instant now) {
        reminders++;
        nextStepAt = now.plus(patience());
        return "reminder.%s.%s.%d.%d".formatted(task.taskNo(), buyer, issuedAt.getEpochSecond(), reminders);
    }

    /** @return true when the buyer is to be named now; else that waits until the time of both reminders has passed */
    boolean escalate(Instant now) {
        var last = since().plus(patience().multipliedBy(STEPS));
        boolean over = reminders == MOST_REMINDERS || !last.isAfter(now);
        escalatedAt = over ? now : null;
        nextStepAt = over ? null : last;
        return over;
    }

    private Instant since() {
        return toldAt == null || toldAt.isBefore(issuedAt) ? issuedAt : toldAt;
    }

    /** Within which an answer is expected: the time in which a recall of this level must begin. */
    private Duration patience() {
        return task.level().toStart();
    }

    public NoticeState state() {
        if (confirmedAt != null) {
            return NoticeState.CONFIRMED;
        }
        return openedAt != null ? NoticeState.OPENED : toldAt != null ? NoticeState.TOLD : NoticeState.TO_TELL;
    }

    public Standing standing(Instant now) {
        if (task.status() != RecallStatus.OPEN) {
            return task.status() == RecallStatus.CLOSED ? Standing.CLOSED : Standing.WITHDRAWN;
        }
        if (confirmedAt != null) {
            return Standing.CONFIRMED;
        }
        return now.isBefore(expiresAt) ? Standing.OPEN : Standing.EXPIRED;
    }

    public Long id() {
        return id;
    }

    RecallTask task() {
        return task;
    }

    public SocialCreditCode buyer() {
        return buyer;
    }

    public String buyerName() {
        return buyerName;
    }

    /** Null when nobody has entered one. */
    public String email() {
        return email;
    }

    /** The address that opens it. */
    String link(String baseUrl) {
        return baseUrl + "/n/" + token;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** The last mail with the link was given up: another way is needed. */
    public boolean mailFailed() {
        return mailFailed;
    }

    /** The first time; null while nobody knows that the buyer was told. */
    public Instant toldAt() {
        return toldAt;
    }

    public TellingWay toldWay() {
        return toldWay;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Reminders of this link. */
    public int reminders() {
        return reminders;
    }

    /** When the person responsible was told that this buyer is silent; null when he is not. */
    public Instant escalatedAt() {
        return confirmedAt == null ? escalatedAt : null;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** 退回数量 in the unit of the declaration; null before the confirmation, as all that follows. */
    public BigDecimal returned() {
        return returned;
    }

    public BigDecimal unrecoverable() {
        return unrecoverable;
    }

    public String contactPerson() {
        return contactPerson;
    }

    public String phone() {
        return phone;
    }

    public String remark() {
        return remark;
    }
}
