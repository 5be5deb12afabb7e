package org.suyuan.web.trace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.trace.SalesRecord;
import org.suyuan.trace.TraceDetail;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceStatus;

/** 追溯详情 of the report in the address. */
@Named
@RequestScoped
public class TraceView {

    @Inject
    private TraceQueries reports;

    @Inject
    @Param(pathIndex = 0)
    private String unifiedNo;

    @Inject
    private QrDialog qr;

    private TraceDetail detail;
    private List<SalesRecord> sales;

    /** Somebody else's report is answered like one that does not exist. */
    public void open() {
        if (getDetail() == null) {
            Faces.responseSendError(404, null);
        } else if (isQrVisible()) {
            qr.show(detail.qrToken());
        }
    }

    public TraceDetail getDetail() {
        if (detail == null && unifiedNo != null) {
            detail = reports.detail(unifiedNo).orElse(null);
        }
        return detail;
    }

    public Header getHeader() {
        return Header.of(getDetail());
    }

    public Goods getGoods() {
        var goods = getDetail().report().goods();
        return goods == null ? null : Goods.asFiled(goods);
    }

    /** Exactly for (是, 海关入库成功) (S5), once the code is made. */
    public boolean isQrVisible() {
        var report = getDetail().report();
        return report.generateQr() && report.status() == TraceStatus.CUSTOMS_STORED && detail.qrToken() != null;
    }

    public List<SalesRecord> getSales() {
        if (sales == null) {
            sales = getDetail().report().sales();
        }
        return sales;
    }

    public BigDecimal getSoldTotal() {
        return getSales().stream().map(SalesRecord::soldQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
