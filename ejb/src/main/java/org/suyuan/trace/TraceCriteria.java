package org.suyuan.trace;

import java.io.Serializable;
import java.time.LocalDate;

/** 查询条件 of 追溯查询; what is empty does not restrict. Numbers match exactly, 商品名称 exactly or as a part (A5). */
public class TraceCriteria implements Serializable {

    private static final long serialVersionUID = 1L;

    private String declarationNo;
    private Integer goodsSeqNo;
    private String foodName;
    private boolean foodNameContains;
    private TraceStatus status;
    private LocalDate reportedFrom;
    private LocalDate reportedTo;

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

    public String getFoodName() {
        return foodName;
    }

    public void setFoodName(String foodName) {
        this.foodName = foodName;
    }

    public boolean isFoodNameContains() {
        return foodNameContains;
    }

    public void setFoodNameContains(boolean foodNameContains) {
        this.foodNameContains = foodNameContains;
    }

    public TraceStatus getStatus() {
        return status;
    }

    public void setStatus(TraceStatus status) {
        this.status = status;
    }

    /** First 填报日期, inclusive. */
    public LocalDate getReportedFrom() {
        return reportedFrom;
    }

    public void setReportedFrom(LocalDate reportedFrom) {
        this.reportedFrom = reportedFrom;
    }

    /** Last 填报日期, inclusive. */
    public LocalDate getReportedTo() {
        return reportedTo;
    }

    public void setReportedTo(LocalDate reportedTo) {
        this.reportedTo = reportedTo;
    }
}
