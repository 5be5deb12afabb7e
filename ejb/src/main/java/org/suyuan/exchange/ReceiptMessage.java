package org.suyuan.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.xml.validation.Schema;
import org.suyuan.shared.BusinessTime;
import org.suyuan.trace.CustomsAnswer;

/**
 * {@code FTR102}: what customs answers to one version of a trace report.
 *
 * @param messageId of the receipt itself
 * @param file the file itself, byte for byte
 */
public record ReceiptMessage(String messageId, String unifiedNo, int version, CustomsAnswer answer, byte[] file) {

    public static final String TYPE = "FTR102";

    private static final Schema SCHEMA = Xml.schema("FTR102.xsd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final int LONGEST_INFO = 1000; // UTF-16 units: the databases count differently, this fits both

    /** @throws UnreadableMessage with the reason, when the file is no receipt */
    public static ReceiptMessage parse(byte[] file) throws UnreadableMessage {
        var envelope = Envelope.parse(file);
        if (!TYPE.equals(envelope.messageType())) {
            throw new UnreadableMessage("MsgType is " + envelope.messageType() + ", expected " + TYPE);
        }
        var receipt = Xml.parse(envelope.payload().getBytes(StandardCharsets.UTF_8), SCHEMA);
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
                envelope.messageId(),
                Xml.text(receipt, "unifiedNo"),
                Integer.parseInt(Xml.text(receipt, "version")),
                new CustomsAnswer(code, info, time(Xml.text(receipt, "returnTime"))),
                file);
    }

    /** The receipt as customs would write it. */
    public static String write(String messageId, String unifiedNo, int version, CustomsAnswer answer) {
        var payload = Xml.write(writer -> {
            writer.writeStartElement(TYPE);
            writer.writeDefaultNamespace(TraceReportMessage.NAMESPACE);
            Xml.text(writer, "unifiedNo", unifiedNo);
            Xml.text(writer, "version", version);
            Xml.text(writer, "returnStatus", answer.code());
            Xml.text(writer, "returnTime", TIME.format(answer.returnedAt().atZone(BusinessTime.ZONE)));
            Xml.text(writer, "returnInfo", answer.text());
            writer.writeEndElement();
        });
        return new Envelope(messageId, TYPE, answer.returnedAt(), unifiedNo, payload).toXml("CUSTOMS", "SUYUAN");
    }

    private static Instant time(String text) throws UnreadableMessage {
        try {
            return LocalDateTime.parse(text, TIME).atZone(BusinessTime.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableMessage("returnTime " + text + " is no time of the form yyyyMMddHHmmssSSS", e);
        }
    }
}
