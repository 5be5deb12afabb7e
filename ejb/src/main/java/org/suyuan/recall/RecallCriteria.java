package org.suyuan.recall;

import java.io.Serializable;
import java.time.LocalDate;

/** 查询条件 of 召回管理; what is empty does not restrict. Numbers match exactly, 商品名称 exactly or as a part (A5). */
public class RecallCriteria implements Serializable {

    private static final long serialVersionUID = 1L;

    private String declarationNo;

    private Integer goodsSeqNo;

    private String foodName;

    private boolean foodNameContains;

    private LocalDate initiatedFrom;

    private LocalDate initiatedTo;

    private RecallStatus status;
    private String nonconformityNo;

    private RecallKind kind;

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

    /** First 召回发起日期, inclusive. */
    public LocalDate getInitiatedFrom() {
        return initiatedFrom;
    }

    public void setInitiatedFrom(LocalDate initiatedFrom) {
        this.initiatedFrom = initiatedFrom;
    }

    /** Last 召回发起日期, inclusive. */
    public LocalDate getInitiatedTo() {
        return initiatedTo;
    }

    public void setInitiatedTo(LocalDate initiatedTo) {
        this.initiatedTo = initiatedTo;
    }

    public RecallStatus getStatus() {
        return status;
    }

    public void setStatus(RecallStatus status) {
        this.status = status;
    }

    public RecallKind getKind() {
        return kind;
    }

    public void setKind(RecallKind kind) {
        this.kind = kind;
    }

    /** Number of the 不合格 record that caused them. */
    public String getNonconformityNo() {
        return nonconformityNo;
    }

    public void setNonconformityNo(String nonconformityNo) {
        this.nonconformityNo = nonconformityNo;
    }
}
