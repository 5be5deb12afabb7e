package org.suyuan.trace;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One line of the list of 追溯查询.
 *
 * @param agentName who filed it as an agent (代理), or null
 * @param qrToken token of the QR code once the job has made it, else null
 */
public record TraceRow(
        String unifiedNo,
        int lockVersion,
        String declarationNo,
        Integer goodsSeqNo,
        String foodName,
        String batchNo,
        LocalDate reportDate,
        TraceStatus status,
        boolean generateQr,
        String qrToken,
        String customsReason,
        String agentName)
        implements Serializable {

    /** The link to the QR code stands exactly for (是, 海关入库成功) (S5). */
    public boolean qrDue() {
        return generateQr && status == TraceStatus.CUSTOMS_STORED;
    }
}
