package org.suyuan.exchange;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.suyuan.recall.FiledRound;

/** {@code FTR202}: one submitted version of a round of a recall, as {@code FTR202.xsd} describes it. */
final class RecallRoundMessage {

    static final String TYPE = "FTR202";

    private RecallRoundMessage() {}

    /** Business key of a round: number of the task and of the round. */
    static String subject(String taskNo, int roundNo) {
        return taskNo + "_" + roundNo;
    }

    static String taskNo(String subject) {
        return subject.substring(0, subject.indexOf('_'));
    }

    static int roundNo(String subject) {
        return Integer.parseInt(subject.substring(subject.indexOf('_') + 1));
    }

    static Envelope of(FiledRound round) {
        var subject = subject(round.taskNo(), round.roundNo());
        return new Envelope(
                TYPE + "_" + subject + "_" + round.version(),
                TYPE,
                round.submittedAt(),
                subject,
                Xml.write(writer -> write(round, writer)));
    }

    private static void write(FiledRound round, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(TYPE);
        writer.writeDefaultNamespace(TraceReportMessage.NAMESPACE);
        Xml.text(writer, "taskNo", round.taskNo());
        Xml.text(writer, "roundNo", round.roundNo());
        Xml.text(writer, "version", round.version());
        Xml.text(writer, "importerScc", round.importerUscc());
        Xml.text(writer, "importerName", round.importerName());
        Xml.text(writer, "agentScc", round.agentUscc());
        Xml.text(writer, "agentName", round.agentName());
        Xml.text(writer, "entryId", round.declarationNo());
        Xml.text(writer, "gNo", round.goodsSeqNo());
        Xml.text(writer, "completed", round.completed());
        for (var action : round.actions()) {
            writer.writeStartElement("action");
            Xml.text(writer, "rowNo", action.rowNo());
            Xml.text(writer, "responsiblePerson", action.responsiblePerson());
            Xml.text(writer, "phone", action.phone());
            Xml.text(writer, "startDate", action.startDate());
            Xml.text(writer, "endDate", action.endDate());
            Xml.text(writer, "recalledQty", action.recalledQuantity().toPlainString());
            Xml.text(writer, "measures", action.measures());
            writer.writeEndElement();
        }
        var disposal = round.disposal();
        writer.writeStartElement("disposal");
        Xml.text(writer, "destroyedQty", disposal.destroyed().toPlainString());
        Xml.text(writer, "remediedQty", disposal.remedied().toPlainString());
        Xml.text(writer, "inStockQty", disposal.inStock().toPlainString());
        Xml.text(writer, "unrecoverableQty", disposal.unrecoverable().toPlainString());
        writer.writeEndElement();
        Xml.text(writer, "unsoldIncluded", round.unsoldToo());
        Xml.text(writer, "explanation", round.explanation());
        writer.writeEndElement();
    }
}
