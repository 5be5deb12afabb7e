package org.suyuan.exchange;

import java.time.format.DateTimeFormatter;
import org.suyuan.recall.VoluntaryRecallOpened;
import org.suyuan.shared.BusinessTime;

/** {@code FTR204}: an importer informs customs of a recall of its own, as {@code FTR204.xsd} describes it. */
final class VoluntaryRecallMessage {

    static final String TYPE = "FTR204";

    private VoluntaryRecallMessage() {}

    static Envelope of(VoluntaryRecallOpened opened) {
        var recall = opened.recall();
        var payload = Xml.write(writer -> {
            writer.writeStartElement(TYPE);
            writer.writeDefaultNamespace(TraceReportMessage.NAMESPACE);
            Xml.text(writer, "taskNo", recall.taskNo());
            Xml.text(writer, "importerScc", recall.importer());
            Xml.text(writer, "importerName", opened.importerName());
            Xml.text(writer, "agentScc", opened.opener().agentUscc());
            Xml.text(writer, "agentName", opened.opener().agentName());
            Xml.text(writer, "entryId", recall.declarationNo());
            Xml.text(writer, "gNo", recall.goodsSeqNo());
            Xml.text(writer, "gName", recall.foodName());
            Xml.text(writer, "prodBatchNo", recall.batchNos());
            Xml.text(writer, "recallLevel", recall.level().number());
            Xml.text(writer, "recallReason", recall.reason());
            Xml.text(writer, "failedItem", recall.failedItem());
            Xml.text(
                    writer,
                    "noticeTime",
                    recall.notifiedAt().atZone(BusinessTime.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            writer.writeEndElement();
        });
        return new Envelope(TYPE + "_" + recall.taskNo(), TYPE, recall.notifiedAt(), recall.taskNo(), payload);
    }
}
