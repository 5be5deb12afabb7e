package org.suyuan.exchange;

import javax.xml.validation.Schema;

/** What the receiver of {@code FTR101} reads first: which report, which version, which goods. */
public record SubmittedReport(String unifiedNo, int version, String foodName) {

    private static final Schema SCHEMA = Xml.schema("FTR101.xsd");

    /** @throws UnreadableMessage with the reason, when the document does not fit {@code FTR101.xsd} */
    public static SubmittedReport of(Envelope envelope) throws UnreadableMessage {
        var report = envelope.document(TraceReportMessage.TYPE, SCHEMA);
        return new SubmittedReport(
                Xml.text(report, "unifiedNo"),
                Integer.parseInt(Xml.text(report, "version")),
                Xml.text(report, "gName"));
    }
}
