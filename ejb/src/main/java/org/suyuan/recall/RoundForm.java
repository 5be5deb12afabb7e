package org.suyuan.recall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.trace.Submission;

/**
 * What an operator may enter in a round; everything grey is absent, so that a forged value has nowhere to go (R5). Comes
 * from {@link RecallDetail#form()}.
 */
@OverWhenCompleted(groups = Submission.class)
public class RoundForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotNull
    private String taskNo;

    private int roundNo;

    private int lockVersion;

    @Valid
    @NotEmpty(message = "{recall.actions.required}", groups = Submission.class)
    @Size(max = 200, message = "{recall.actions.size}")
    private List<ActionLine> actions = new ArrayList<>();

    private boolean completed;

    private boolean unsoldToo;

    @PositiveOrZero(message = "{recall.disposal.negative}")
    @Digits(integer = 14, fraction = 5, message = "{recall.disposal.digits}")
    private BigDecimal destroyed;

    @PositiveOrZero(message = "{recall.disposal.negative}")
    @Digits(integer = 14, fraction = 5, message = "{recall.disposal.digits}")
    private BigDecimal remedied;

    @PositiveOrZero(message = "{recall.disposal.negative}")
    @Digits(integer = 14, fraction = 5, message = "{recall.disposal.digits}")
    private BigDecimal inStock;

    @PositiveOrZero(message = "{recall.disposal.negative}")
    @Digits(integer = 14, fraction = 5, message = "{recall.disposal.digits}")
    private BigDecimal unrecoverable;

    @Size(max = 1000, message = "{recall.explanation.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String explanation;

    public String getTaskNo() {
        return taskNo;
    }

    public void setTaskNo(String taskNo) {
        this.taskNo = taskNo;
    }

    public int getRoundNo() {
        return roundNo;
    }

    public void setRoundNo(int roundNo) {
        this.roundNo = roundNo;
    }

    /** State of the round that this form was filled from, 0 for a new one; a round that changed meanwhile refuses the form. */
    public int getLockVersion() {
        return lockVersion;
    }

    public void setLockVersion(int lockVersion) {
        this.lockVersion = lockVersion;
    }

    public List<ActionLine> getActions() {
        return actions;
    }

    public void setActions(List<ActionLine> actions) {
        this.actions = actions;
    }

    /** 是否召回完成 */
    public boolean isCompleted() {
        return completed;
    }

    public void setCompleted(boolean completed) {
        this.completed = completed;
    }

    /** What came back includes stock that was never sold (R11). */
    public boolean isUnsoldToo() {
        return unsoldToo;
    }

    public void setUnsoldToo(boolean unsoldToo) {
        this.unsoldToo = unsoldToo;
    }

    /** 处置 of all rounds together at the end of this one, in the unit of the declaration; none counts as 0. */
    public BigDecimal getDestroyed() {
        return destroyed;
    }

    public void setDestroyed(BigDecimal destroyed) {
        this.destroyed = destroyed;
    }

    public BigDecimal getRemedied() {
        return remedied;
    }

    public void setRemedied(BigDecimal remedied) {
        this.remedied = remedied;
    }

    public BigDecimal getInStock() {
        return inStock;
    }

    public void setInStock(BigDecimal inStock) {
        this.inStock = inStock;
    }

    /** Sold and gone, all rounds together. */
    public BigDecimal getUnrecoverable() {
        return unrecoverable;
    }

    public void setUnrecoverable(BigDecimal unrecoverable) {
        this.unrecoverable = unrecoverable;
    }

    /** Why more came back than there was to recall; required then (R11). */
    public String getExplanation() {
        return explanation;
    }

    public void setExplanation(String explanation) {
        this.explanation = explanation;
    }
}
