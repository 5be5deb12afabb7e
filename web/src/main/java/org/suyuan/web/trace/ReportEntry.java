package org.suyuan.web.trace;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.trace.SalesLine;
import org.suyuan.trace.SavedReport;
import org.suyuan.trace.TraceDetail;
import org.suyuan.trace.TraceReportForm;

/** One report while it is written: what was entered so far, and the goods that it is about once they are picked. */
public class ReportEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TraceReportForm form;
    private Goods goods;

    /** A new report. */
    ReportEntry() {
        form = new TraceReportForm();
    }

    /** @param goods what customs declares now, or what the report was filed with; null when it has none yet */
    ReportEntry(TraceDetail saved, Goods goods) {
        this.form = saved.form();
        this.goods = goods;
    }

    /** Takes over the goods item that was picked, with all its batches. */
    void pick(Goods picked) {
        goods = picked;
        form.setDeclarationNo(picked.declarationNo());
        form.setGoodsSeqNo(picked.seqNo());
        form.setBatchNos(new ArrayList<>(picked.batches()));
    }

    /** Writes a row of 销售信息: a new one, or another in the place of an existing one. */
    void put(int row, SalesLine line) {
        if (row < form.getSales().size()) {
            form.getSales().set(row, line);
        } else {
            form.getSales().add(line);
        }
    }

    void keep(SavedReport saved) {
        form.setUnifiedNo(saved.unifiedNo());
        form.setLockVersion(saved.lockVersion());
    }

    public BigDecimal getSoldTotal() {
        return soldBeside(-1);
    }

    /** Sold by all rows of this report but one. */
    BigDecimal soldBeside(int row) {
        var total = BigDecimal.ZERO;
        for (int i = 0; i < form.getSales().size(); i++) {
            var sold = form.getSales().get(i).getSoldQuantity();
            total = i == row || sold == null ? total : total.add(sold);
        }
        return total;
    }

    /** What will be left to report as sold after this report. */
    public BigDecimal getLeft() {
        return goods == null || goods.remaining() == null
                ? null
                : goods.remaining().subtract(getSoldTotal());
    }

    public TraceReportForm getForm() {
        return form;
    }

    public List<SalesLine> getSales() {
        return form.getSales();
    }

    public Goods getGoods() {
        return goods;
    }

    /** The same goods as customs declares them by now. */
    void setGoods(Goods goods) {
        this.goods = goods;
    }
}
