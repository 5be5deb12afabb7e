package org.suyuan.recall;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.identity.Filer;
import org.suyuan.recall.clock.RecallClock;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.reference.WorkingDays;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.TraceStatus;

/**
 * 召回任务: lots of one declared goods item that must come back. Customs orders it, may amend it and may withdraw it; the
 * importer starts it, announces it and reports round after round. It is closed when customs has stored a round with
 * 是否召回完成. Whoever changes it or one of its rounds locks it first.
 */
@Entity
@Table(name = "recall_task")
public class RecallTask {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recall_task_seq")
    @SequenceGenerator(name = "recall_task_seq", sequenceName = "recall_task_seq", allocationSize = 50)
    private Long id;

    @Column(name = "task_no")
    private String taskNo;

    @Enumerated(EnumType.STRING)
    private RecallKind kind;

    @Enumerated(EnumType.STRING)
    private RecallStatus status;

    @Column(name = "importer_uscc")
    private SocialCreditCode importer;

    private Filer opener;

    @Column(name = "declaration_no")
    private String declarationNo;

    @Column(name = "goods_seq_no")
    private int goodsSeqNo;

    @Column(name = "food_name")
    private String foodName;

    @Column(name = "batch_nos")
    private String batchNos;

    @Enumerated(EnumType.STRING)
    @Column(name = "recall_level")
    private RecallLevel level;

    private String reason;

    @Column(name = "failed_item")
    private String failedItem;

    @Column(name = "nonconformity_no")
    private String nonconformityNo;

    @Column(name = "notified_at")
    private Instant notifiedAt;

    @Column(name = "initiated_on")
    private LocalDate initiatedOn;

    private boolean cancelled;

    @Column(name = "cancel_reason")
    private String cancelReason;

    @Column(name = "message_time")
    private Instant messageTime;

    private int revision;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "read_at")
    private Instant readAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "announced_on")
    private LocalDate announcedOn;

    @Column(name = "planned_quantity")
    private BigDecimal plannedQuantity;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    @OneToMany(mappedBy = "task", cascade = CascadeType.ALL)
    @OrderBy("roundNo")
    private List<RecallRound> rounds = new ArrayList<>();

    protected RecallTask() {}

    /** @param messageTime when customs made the message */
    static RecallTask ordered(RecallOrder order, Instant messageTime, Instant now) {
        return new RecallTask(RecallKind.ORDERED, order, messageTime, now);
    }

    static RecallTask voluntary(RecallOrder order, Filer opener) {
        var task = new RecallTask(RecallKind.VOLUNTARY, order, order.notifiedAt(), order.notifiedAt());
        task.opener = opener;
        task.read(order.notifiedAt());
        return task;
    }

    private RecallTask(RecallKind kind, RecallOrder order, Instant messageTime, Instant now) {
        this.kind = kind;
        this.taskNo = order.taskNo();
        this.importer = order.importer();
        take(order, messageTime, now);
    }

    /** The order as it stood at that time; true when it changes anything. */
    boolean isOutdatedBy(RecallOrder order, Instant time) {
        return time.isAfter(messageTime) || time.equals(messageTime) && !order.equals(order());
    }

    /** Customs amended or withdrew its order; to be read anew. */
    void amend(RecallOrder order, Instant time, Instant now) {
        boolean changed = !order.equals(order());
        take(order, time, now);
        if (changed) {
            readAt = null;
        }
    }

    private void take(RecallOrder order, Instant time, Instant now) {
        declarationNo = order.declarationNo();
        goodsSeqNo = order.goodsSeqNo();
        foodName = order.foodName();
        batchNos = order.batchNos();
        level = order.level();
        reason = order.reason();
        failedItem = order.failedItem();
        nonconformityNo = order.nonconformityNo();
        notifiedAt = order.notifiedAt();
        initiatedOn = LocalDate.ofInstant(order.notifiedAt(), BusinessTime.ZONE);
        cancelled = order.cancelled();
        cancelReason = order.cancelReason();
        messageTime = time;
        receivedAt = now;
        revision++;
        settle();
    }

    private RecallOrder order() {
        return new RecallOrder(
                taskNo,
                importer,
                declarationNo,
                goodsSeqNo,
                foodName,
                batchNos,
                level,
                reason,
                failedItem,
                nonconformityNo,
                notifiedAt,
                cancelled,
                cancelReason);
    }

    private void settle() {
        if (cancelled) {
            status = RecallStatus.CANCELLED;
        } else {
            status = finishedAt == null ? RecallStatus.OPEN : RecallStatus.CLOSED;
        }
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    /** 启动召回; the first time counts. */
    void start(Instant now) {
        requireOpen();
        if (startedAt == null) {
            startedAt = now;
        }
    }

    /** @param announced 公告日期, or null while there is none */
    void plan(LocalDate announced, BigDecimal quantity) {
        requireOpen();
        if (announced != null && announced.isBefore(initiatedOn)) {
            throw new Refusal("recall.announcedBeforeOrder", announced, initiatedOn);
        }
        announcedOn = announced;
        plannedQuantity = quantity;
    }

    /**
     * The round that the form fills: the current one, or the next one when customs has stored the current one.
     *
     * @param lockVersion state of the round that the caller saw, 0 for a new one
     */
    RecallRound roundForChange(int roundNo, int lockVersion, String operator, Instant now) {
        requireOpen();
        var current = current();
        if (current != null && current.status() != TraceStatus.CUSTOMS_STORED) {
            if (current.roundNo() != roundNo || current.lockVersion() != lockVersion) {
                throw new Refusal("recall.changedMeanwhile", taskNo);
            }
            return current;
        }
        if (roundNo != rounds.size() + 1) {
            throw new Refusal("recall.changedMeanwhile", taskNo);
        }
        var next = new RecallRound(this, roundNo, operator, now);
        rounds.add(next);
        return next;
    }

    /** Customs has stored a round; a completing one closes the recall. */
    void stored(RecallRound round) {
        if (round.completed()) {
            finishedAt = round.submittedAt();
            settle();
        }
    }

    /** @throws Refusal when nothing changes any more */
    public void requireOpen() {
        switch (status) {
            case OPEN -> {}
            case CLOSED -> throw new Refusal("recall.closed", taskNo);
            case CANCELLED -> throw new Refusal("recall.cancelled", taskNo);
        }
    }

    /** The latest round, or null. */
    RecallRound current() {
        return rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
    }

    /** Both deadlines, by the calendar as it is known now. */
    public RecallClock clock(WorkingDays calendar) {
        return RecallClock.of(level, notifiedAt, startedAt, announcedOn, finishedAt, calendar);
    }

    public Long id() {
        return id;
    }

    public String taskNo() {
        return taskNo;
    }

    public RecallKind kind() {
        return kind;
    }

    public RecallStatus status() {
        return status;
    }

    public SocialCreditCode importer() {
        return importer;
    }

    /** Who opened it for the importer; null when customs ordered it. */
    public Filer opener() {
        return opener;
    }

    public String declarationNo() {
        return declarationNo;
    }

    public int goodsSeqNo() {
        return goodsSeqNo;
    }

    /** 商品名称 as the order gives it; the declaration may come later. */
    public String foodName() {
        return foodName;
    }

    /** The affected lots; none means all lots of the item. */
    public List<String> lots() {
        return batchNos == null ? List.of() : List.of(batchNos.split(";"));
    }

    public RecallLevel level() {
        return level;
    }

    /** 召回原因 */
    public String reason() {
        return reason;
    }

    /** 不合格项目, or null. */
    public String failedItem() {
        return failedItem;
    }

    /** Number of the 不合格 record that caused the recall, or null. */
    public String nonconformityNo() {
        return nonconformityNo;
    }

    public Instant notifiedAt() {
        return notifiedAt;
    }

    /** 召回发起日期 */
    public LocalDate initiatedOn() {
        return initiatedOn;
    }

    /** Why customs withdrew its order, or null. */
    public String cancelReason() {
        return cancelReason;
    }

    /** 1 as first received, one more with each amendment or withdrawal. */
    public int revision() {
        return revision;
    }

    public boolean unread() {
        return readAt == null;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** 公告日期, or null. */
    public LocalDate announcedOn() {
        return announcedOn;
    }

    /** 计划召回总量 in the unit of the declaration; null when everything sold is to come back. */
    public BigDecimal plannedQuantity() {
        return plannedQuantity;
    }

    /** Submit of the completing round, once customs has stored it; else null. */
    public Instant finishedAt() {
        return finishedAt;
    }

    public List<RecallRound> rounds() {
        return List.copyOf(rounds);
    }
}
