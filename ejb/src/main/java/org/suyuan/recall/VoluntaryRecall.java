package org.suyuan.recall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.rules.PlainText;

/** A recall that the importer opens itself (主动召回, 食品安全法 art. 63). */
public class VoluntaryRecall extends ChosenLots {

    private static final long serialVersionUID = 1L;

    @NotNull(message = "{recall.level.required}")
    private RecallLevel level;

    @NotBlank(message = "{recall.reason.required}")
    @Size(max = 1000, message = "{recall.reason.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String reason;

    @Size(max = 200, message = "{recall.failedItem.size}")
    @PlainText
    private String failedItem;

    @Size(max = 100, message = "{recall.nonconformityNo.size}")
    @PlainText
    private String nonconformityNo;

    public RecallLevel getLevel() {
        return level;
    }

    public void setLevel(RecallLevel level) {
        this.level = level;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** 不合格项目, or null. */
    public String getFailedItem() {
        return failedItem;
    }

    public void setFailedItem(String failedItem) {
        this.failedItem = failedItem;
    }

    /** Number of the 不合格 record that causes it, or null. */
    public String getNonconformityNo() {
        return nonconformityNo;
    }

    public void setNonconformityNo(String nonconformityNo) {
        this.nonconformityNo = nonconformityNo;
    }
}
