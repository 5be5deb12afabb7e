package org.suyuan.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.xml.validation.Schema;
import org.suyuan.shared.BusinessTime;
import org.w3c.dom.Element;

/**
 * {@code DxpMsg}, the single window's envelope around a single document (domain.md §3): who sends which message of which
 * type to whom, and the document itself in Base64.
 *
 * @param messageId {@code CopMsgId}
 * @param businessKey {@code BizKey}: what the document is about
 * @param payload the document, UTF-8 XML
 */
public record Envelope(String messageId, String messageType, Instant createdAt, String businessKey, String payload) {

    private static final String NAMESPACE = "http://www.chinaport.gov.cn/dxp";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final Schema SCHEMA = Xml.schema("DxpMsg.xsd");

    /** @param sender identifier of this side, {@code SUYUAN} or {@code CUSTOMS} */
    public String toXml(String sender, String receiver) {
        return Xml.write(writer -> {
            writer.writeStartElement("DxpMsg");
            writer.writeDefaultNamespace(NAMESPACE);
            writer.writeAttribute("ver", "1.0");
            writer.writeStartElement("TransInfo");
            Xml.text(writer, "CopMsgId", messageId);
            Xml.text(writer, "SenderId", sender);
            writer.writeStartElement("ReceiverIds");
            Xml.text(writer, "ReceiverId", receiver);
            writer.writeEndElement();
            Xml.text(writer, "CreatTime", createdAt.atZone(BusinessTime.ZONE).format(TIME));
            Xml.text(writer, "MsgType", messageType);
            writer.writeEndElement();
            Xml.text(writer, "Data", Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)));
            writer.writeStartElement("AddInfo");
            Xml.text(writer, "FileName", messageId + ".xml");
            Xml.text(writer, "BizKey", businessKey);
            writer.writeEndElement();
            writer.writeEndElement();
        });
    }

    /** @throws UnreadableMessage with the reason, when the bytes are no such envelope */
    public static Envelope parse(byte[] xml) throws UnreadableMessage {
        var root = Xml.parse(xml, SCHEMA);
        return new Envelope(
                Xml.text(root, "CopMsgId").replaceAll("\\s+", " "),
                Xml.text(root, "MsgType"),
                time(Xml.text(root, "CreatTime")),
                Xml.text(root, "BizKey"),
                decoded(Xml.text(root, "Data")));
    }

    /** The document in it, which must be of this type and fit its schema. */
    Element document(String type, Schema schema) throws UnreadableMessage {
        if (!type.equals(messageType)) {
            throw new UnreadableMessage("MsgType is " + messageType + ", expected " + type);
        }
        return Xml.parse(payload.getBytes(StandardCharsets.UTF_8), schema);
    }

    private static Instant time(String text) throws UnreadableMessage {
        try {
            return ZonedDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableMessage("CreatTime " + text + " is no time with an offset", e);
        }
    }

    private static String decoded(String base64) throws UnreadableMessage {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage("Data is not Base64", e);
        }
    }
}
