package org.suyuan.trace;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a filer may enter in a trace report; everything grey is absent, so that a forged value has nowhere to go (E2). A
 * form without 统一编号 becomes a new report.
 */
public class TraceReportForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String unifiedNo;
    private int lockVersion;

    @NotNull(message = "{trace.declarationNo.required}", groups = Submission.class)
    private String declarationNo;

    @NotNull(message = "{trace.goodsItem.required}", groups = Submission.class)
    private Integer goodsSeqNo;

    private List<String> batchNos = new ArrayList<>();

    @NotNull(message = "{trace.generateQr.required}", groups = Submission.class)
    private Boolean generateQr = Boolean.TRUE;

    @Valid
    @NotEmpty(message = "{trace.sales.required}", groups = Submission.class)
    @Size(max = 10_000, message = "{trace.sales.size}")
    private List<SalesLine> sales = new ArrayList<>();

    public String getUnifiedNo() {
        return unifiedNo;
    }

    public void setUnifiedNo(String unifiedNo) {
        this.unifiedNo = unifiedNo;
    }

    /** State of the report that this form was filled from; a report that changed meanwhile refuses the form. */
    public int getLockVersion() {
        return lockVersion;
    }

    public void setLockVersion(int lockVersion) {
        this.lockVersion = lockVersion;
    }

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

    /** The 生产批号 chosen among those of the goods item; none means all of them. */
    public List<String> getBatchNos() {
        return batchNos;
    }

    public void setBatchNos(List<String> batchNos) {
        this.batchNos = batchNos;
    }

    public Boolean getGenerateQr() {
        return generateQr;
    }

    public void setGenerateQr(Boolean generateQr) {
        this.generateQr = generateQr;
    }

    public List<SalesLine> getSales() {
        return sales;
    }

    public void setSales(List<SalesLine> sales) {
        this.sales = sales;
    }
}
