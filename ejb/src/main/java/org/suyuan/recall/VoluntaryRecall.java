package org.suyuan.recall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.rules.PlainText;

/** A recall that the importer opens itself (主动召回, 食品安全法 art. 63). */
public class VoluntaryRecall implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{trace.declarationNo.required}")
    private String declarationNo;

    @NotNull(message = "{trace.goodsItem.required}")
    private Integer goodsSeqNo;

    private List<String> batchNos = new ArrayList<>();

    @NotNull(message = "{recall.level.required}")
    private RecallLevel level;

    @NotBlank(message = "{recall.reason.required}")
    @Size(max = 1000, message = "{recall.reason.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String reason;

    @Size(max = 200, message = "{recall.failedItem.size}")
    @PlainText
    private String failedItem;

    public String getDeclarationNo() {
        return declarationNo;
    }

    public void setDeclarationNo(String declarationNo) {
        this.declarationNo = declarationNo;
    }

    public Integer getGoodsSeqNo() {
        return goodsSeqNo;
    }

    public void setGoodsSeqNo(Integer goodsSeqNo) {
        this.goodsSeqNo = goodsSeqNo;
    }

    /** The affected lots among those of the goods item; none means all of them. */
    public List<String> getBatchNos() {
        return batchNos;
    }

    public void setBatchNos(List<String> batchNos) {
        this.batchNos = batchNos;
    }

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
}
