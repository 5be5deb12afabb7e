package org.suyuan.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A report with everything that its detail and edit pages show.
 *
 * @param events its life, oldest first
 * @param qrToken token of its QR code once made, else null
 * @param declaredNow what customs declares for the item today; differs from the snapshot after an amendment; null when
 *     no item was picked or the declaration was cancelled
 * @param reported quantity sold by all live reports on the item
 */
public record TraceDetail(
        TraceReport report, List<TraceEvent> events, String qrToken, BigDecimal declaredNow, BigDecimal reported) {

    /** True when customs cut or cancelled the declaration after more had been reported as sold (A6). */
    public boolean exceedsDeclaration() {
        return report.goods() != null
                && TraceStatus.LIVE.contains(report.status())
                && (declaredNow == null || reported.compareTo(declaredNow) > 0);
    }

    /** The form that edits this report. */
    public TraceReportForm form() {
        var form = new TraceReportForm();
        form.setUnifiedNo(report.unifiedNo());
        form.setLockVersion(report.lockVersion());
        form.setGenerateQr(report.generateQr());
        report.sales().forEach(sale -> form.getSales().add(sale.line()));
        if (report.goods() != null) {
            form.setDeclarationNo(report.goods().declarationNo());
            form.setGoodsSeqNo(report.goods().seqNo());
            if (report.goods().batchNo() != null) {
                form.setBatchNos(
                        new ArrayList<>(List.of(report.goods().batchNo().split(";"))));
            }
        }
        return form;
    }
}
