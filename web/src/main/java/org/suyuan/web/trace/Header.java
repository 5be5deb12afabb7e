package org.suyuan.web.trace;

import java.io.Serializable;
import java.time.LocalDate;
import org.suyuan.identity.Filer;
import org.suyuan.trace.TraceDetail;
import org.suyuan.trace.TraceEvent;
import org.suyuan.trace.TraceStatus;

/**
 * 单据信息 of a report that was saved before.
 *
 * @param reason why customs failed or returned the version before this one, or null
 */
public record Header(
        String unifiedNo,
        String uscc,
        String importerName,
        String applyCustoms,
        LocalDate reportDate,
        TraceStatus status,
        int version,
        Filer filer,
        String reason)
        implements Serializable {

    static Header of(TraceDetail detail) {
        var report = detail.report();
        return new Header(
                report.unifiedNo(),
                report.enterprise().uscc().value(),
                report.enterprise().name(),
                report.applyCustoms(),
                report.reportDate(),
                report.status(),
                report.version(),
                report.filer(),
                detail.events().stream()
                        .filter(event ->
                                event.status() == TraceStatus.CUSTOMS_FAILED || event.status() == TraceStatus.RETURNED)
                        .reduce((earlier, later) -> later)
                        .map(TraceEvent::answerText)
                        .orElse(null));
    }
}
