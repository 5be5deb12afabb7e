package org.suyuan.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.xml.validation.Schema;
import org.suyuan.shared.BusinessTime;
import org.suyuan.trace.CustomsAnswer;

/**
 * What customs answers to one version of what an importer filed: {@code FTR102} to a trace report, {@code FTR203} to a
 * round of a recall.
 *
 * @param messageId of the receipt itself
 * @param subject business key of what is answered: the 统一编号, or {@link RecallRoundMessage#subject}
 * @param file the file itself, byte for byte
 */
public record ReceiptMessage(
        Kind kind, String messageId, String subject, int version, CustomsAnswer answer, byte[] file) {

    /** What is answered. */
    public enum Kind {
        TRACE_REPORT("FTR102", TraceReportMessage.TYPE),
        RECALL_ROUND("FTR203", RecallRoundMessage.TYPE);

        private final String type;
        private final String answeredType;
        private final Schema schema;

        Kind(String type, String answeredType) {
            this.type = type;
            this.answeredType = answeredType;
            this.schema = Xml.schema(type + ".xsd");
        }

        /** Message type of the receipt. */
        public String type() {
            return type;
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final int LONGEST_INFO = 1000; // UTF-16 units: the databases count differently, this fits both

    /** @throws UnreadableMessage with the reason, when the file is no receipt of this kind */
    public static ReceiptMessage parse(Kind kind, byte[] file) throws UnreadableMessage {
        var envelope = Envelope.parse(file);
        var receipt = envelope.document(kind.type, kind.schema);
        var code = Xml.text(receipt, "returnStatus");
        if (!CustomsAnswer.isKnown(code)) {
            throw new UnreadableMessage(
                    "returnStatus " + code + " is none of 1, 2, 3, 4, 100, 120, 300, 399 or negative");
        }
        var info = Xml.text(receipt, "returnInfo");
        if (info != null && info.length() > LONGEST_INFO) {
            throw new UnreadableMessage("returnInfo is longer than " + LONGEST_INFO + " characters");
        }
        return new ReceiptMessage(
                kind,
                envelope.messageId(),
                kind == Kind.TRACE_REPORT
                        ? Xml.text(receipt, "unifiedNo")
                        : RecallRoundMessage.subject(
                                Xml.text(receipt, "taskNo"), Integer.parseInt(Xml.text(receipt, "roundNo"))),
                Integer.parseInt(Xml.text(receipt, "version")),
                new CustomsAnswer(code, info, time(Xml.text(receipt, "returnTime"))),
                file);
    }

    /** Message id of what is answered. */
    String answeredMessageId() {
        return kind.answeredType + "_" + subject + "_" + version;
    }

    /** The receipt of a trace report as customs would write it. */
    public static String write(String messageId, String unifiedNo, int version, CustomsAnswer answer) {
        return write(Kind.TRACE_REPORT, messageId, unifiedNo, answer, writer -> {
            Xml.text(writer, "unifiedNo", unifiedNo);
            Xml.text(writer, "version", version);
        });
    }

    /** The receipt of a round as customs would write it. */
    public static String write(String messageId, SubmittedRound round, CustomsAnswer answer) {
        var subject = RecallRoundMessage.subject(round.taskNo(), round.roundNo());
        return write(Kind.RECALL_ROUND, messageId, subject, answer, writer -> {
            Xml.text(writer, "taskNo", round.taskNo());
            Xml.text(writer, "roundNo", round.roundNo());
            Xml.text(writer, "version", round.version());
        });
    }

    private static String write(
            Kind kind, String messageId, String subject, CustomsAnswer answer, Xml.Content answered) {
        var payload = Xml.write(writer -> {
            writer.writeStartElement(kind.type);
            writer.writeDefaultNamespace(TraceReportMessage.NAMESPACE);
            answered.writeTo(writer);
            Xml.text(writer, "returnStatus", answer.code());
            Xml.text(writer, "returnTime", TIME.format(answer.returnedAt().atZone(BusinessTime.ZONE)));
            Xml.text(writer, "returnInfo", answer.text());
            writer.writeEndElement();
        });
        return new Envelope(messageId, kind.type, answer.returnedAt(), subject, payload).toXml("CUSTOMS", "SUYUAN");
    }

    private static Instant time(String text) throws UnreadableMessage {
        try {
            return LocalDateTime.parse(text, TIME).atZone(BusinessTime.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableMessage("returnTime " + text + " is no time of the form yyyyMMddHHmmssSSS", e);
        }
    }
}
