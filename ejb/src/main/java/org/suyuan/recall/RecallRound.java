package org.suyuan.recall;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.suyuan.identity.Filer;
import org.suyuan.recall.figures.Disposal;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.CustomsAnswer;
import org.suyuan.trace.CustomsFiling;

/**
 * 召回申请: one round of a recall, numbered from 1. The next one begins when customs has stored this one and it did not
 * complete the recall.
 */
@Entity
@Table(name = "recall_round")
public class RecallRound extends CustomsFiling {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recall_round_seq")
    @SequenceGenerator(name = "recall_round_seq", sequenceName = "recall_round_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "task_id")
    private RecallTask task;

    @Column(name = "importer_uscc")
    private SocialCreditCode importer;

    @Column(name = "round_no")
    private int roundNo;

    private boolean completed;

    @Column(name = "unsold_too")
    private boolean unsoldToo;

    private BigDecimal destroyed = BigDecimal.ZERO;
    private BigDecimal remedied = BigDecimal.ZERO;

    @Column(name = "in_stock")
    private BigDecimal inStock = BigDecimal.ZERO;

    private BigDecimal unrecoverable = BigDecimal.ZERO;
    private String explanation;

    @OneToMany(mappedBy = "round", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("rowNo")
    private List<RecallAction> actions = new ArrayList<>();

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected RecallRound() {}

    RecallRound(RecallTask task, int roundNo, String createdBy, Instant now) {
        this.task = task;
        this.importer = task.importer();
        this.roundNo = roundNo;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** Takes over what the operator entered. */
    void edit(Filer by, RoundForm form) {
        openForChange(by);
        completed = form.isCompleted();
        unsoldToo = form.isUnsoldToo();
        destroyed = orNone(form.getDestroyed());
        remedied = orNone(form.getRemedied());
        inStock = orNone(form.getInStock());
        unrecoverable = orNone(form.getUnrecoverable());
        explanation = form.getExplanation() == null || form.getExplanation().isBlank()
                ? null
                : form.getExplanation().strip();
        enter(form.getActions());
    }

    /** Rows are entered anew, but for those that took over a return: the database lets no two rows of a notice exist. */
    private void enter(List<ActionLine> lines) {
        var kept = actions.stream()
                .filter(action -> lines.stream().anyMatch(action::takesSame))
                .toList();
        actions.retainAll(kept);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var row = kept.stream()
                    .filter(action -> action.takesSame(line))
                    .findFirst()
                    .orElseGet(() -> {
                        var added = new RecallAction(this);
                        actions.add(added);
                        return added;
                    });
            row.fill(i + 1, line);
        }
    }

    private static BigDecimal orNone(BigDecimal quantity) {
        return Objects.requireNonNullElse(quantity, BigDecimal.ZERO);
    }

    void submitNow(Instant now) {
        submit(now);
    }

    /** What customs says to a version of this round; true when the status moved. */
    boolean take(int version, CustomsAnswer answer) {
        return answered(version, answer);
    }

    /** The message of a version left, or could not; true when the status moved. */
    boolean left(int version, boolean taken) {
        return dispatched(version, taken);
    }

    @Override
    protected Refusal notEditable() {
        return new Refusal("recall.roundNotEditable", task.taskNo(), roundNo);
    }

    public Long id() {
        return id;
    }

    RecallTask task() {
        return task;
    }

    SocialCreditCode importer() {
        return importer;
    }

    public int roundNo() {
        return roundNo;
    }

    /** 是否召回完成 */
    public boolean completed() {
        return completed;
    }

    /** What came back includes stock that was never sold. */
    public boolean unsoldToo() {
        return unsoldToo;
    }

    /** 处置 of all rounds together, as it stands at the end of this one. */
    public Disposal disposal() {
        return new Disposal(destroyed, remedied, inStock, unrecoverable);
    }

    /** Why quantities do not add up, or null. */
    public String explanation() {
        return explanation;
    }

    public List<RecallAction> actions() {
        return actions.stream()
                .sorted(Comparator.comparingInt(RecallAction::rowNo))
                .toList();
    }

    /** 已召回数量 of this round, in the unit of the declaration. */
    public BigDecimal recalled() {
        return actions.stream().map(RecallAction::recalledQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String createdBy() {
        return createdBy;
    }

    /** The form that edits this round. */
    RoundForm form() {
        var form = new RoundForm();
        form.setTaskNo(task.taskNo());
        form.setRoundNo(roundNo);
        form.setLockVersion(lockVersion());
        form.setCompleted(completed);
        form.setUnsoldToo(unsoldToo);
        form.setDestroyed(destroyed.stripTrailingZeros());
        form.setRemedied(remedied.stripTrailingZeros());
        form.setInStock(inStock.stripTrailingZeros());
        form.setUnrecoverable(unrecoverable.stripTrailingZeros());
        form.setExplanation(explanation);
        actions().forEach(action -> form.getActions().add(action.line()));
        return form;
    }
}
