package org.suyuan.web.trace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
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

    /** Somebody else's report is answered like one that does not exist. */
    public void open() {
        detail = unifiedNo == null ? null : reports.detail(unifiedNo).orElse(null);
        if (detail == null) {
            Faces.responseSendError(404, null);
        } else if (isQrVisible()) {
            qr.show(detail.qrToken());
        }
    }

    public TraceDetail getDetail() {
        return detail;
    }

    public Header getHeader() {
        return Header.of(detail);
    }

    public Goods getGoods() {
        return detail.report().goods() == null
                ? null
                : Goods.asFiled(detail.report().goods());
    }

    /** Exactly for (是, 海关入库成功) (S5), once the code is made. */
    public boolean isQrVisible() {
        return detail.report().generateQr()
                && detail.report().status() == TraceStatus.CUSTOMS_STORED
                && detail.qrToken() != null;
    }

    public BigDecimal getSoldTotal() {
        return detail.report().sales().stream().map(SalesRecord::soldQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
