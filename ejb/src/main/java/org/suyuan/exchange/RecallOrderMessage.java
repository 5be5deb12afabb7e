package org.suyuan.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.validation.Schema;
import org.suyuan.recall.RecallOrder;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.SocialCreditCode;
import org.w3c.dom.Element;

/**
 * {@code FTR201}: customs orders a recall, amends or withdraws its order. Each message is the whole order.
 *
 * @param messageTime {@code CreatTime} of the envelope: newer ones win over older ones
 */
public record RecallOrderMessage(String messageId, Instant messageTime, Operation operation, RecallOrder order) {

    public static final String TYPE = "FTR201";

    private static final Schema SCHEMA = Xml.schema("FTR201.xsd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** What customs does. {@code ORDER} and {@code AMEND} mean the same: take over this order. */
    public enum Operation {
        ORDER,
        AMEND,
        CANCEL
    }

    /** @throws UnreadableMessage with the reason, when the file is no order */
    public static RecallOrderMessage parse(byte[] file) throws UnreadableMessage {
        var envelope = Envelope.parse(file);
        var document = envelope.document(TYPE, SCHEMA);
        var operation = Operation.valueOf(Xml.text(document, "operation"));
        boolean cancelled = operation == Operation.CANCEL;
        var cancelReason = text(document, "cancelReason", 1000);
        if (cancelled != (cancelReason != null)) {
            throw new UnreadableMessage("cancelReason belongs to CANCEL, and to nothing else");
        }
        var importer = Xml.text(document, "importerScc");
        var order = new RecallOrder(
                Xml.text(document, "taskNo"),
                SocialCreditCode.parse(importer)
                        .orElseThrow(() ->
                                new UnreadableMessage("importerScc " + importer + " has a wrong check digit or form")),
                Xml.text(document, "entryId"),
                Integer.parseInt(Xml.text(document, "gNo")),
                required(document, "gName", 200),
                lots(text(document, "prodBatchNo", 400)),
                RecallLevel.of(Integer.parseInt(Xml.text(document, "recallLevel"))),
                required(document, "recallReason", 1000),
                text(document, "failedItem", 200),
                text(document, "nonconformityNo", 50),
                time(Xml.text(document, "noticeTime")),
                cancelled,
                cancelReason);
        return new RecallOrderMessage(
                envelope.messageId(), envelope.createdAt().truncatedTo(ChronoUnit.MICROS), operation, order);
    }

    /** Lengths count UTF-16 units: the databases count differently, this fits both. */
    private static String text(Element document, String name, int longest) throws UnreadableMessage {
        var text = Xml.text(document, name);
        if (text != null && text.length() > longest) {
            throw new UnreadableMessage(name + " is longer than " + longest + " characters");
        }
        return text == null || text.isBlank() ? null : text;
    }

    private static String required(Element document, String name, int longest) throws UnreadableMessage {
        var text = text(document, name, longest);
        if (text == null) {
            throw new UnreadableMessage(name + " is blank");
        }
        return text;
    }

    private static String lots(String list) {
        var lots = list == null
                ? ""
                : Stream.of(list.split("[;；]"))
                        .map(String::strip)
                        .filter(lot -> !lot.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(";"));
        return lots.isEmpty() ? null : lots;
    }

    private static Instant time(String text) throws UnreadableMessage {
        try {
            return OffsetDateTime.parse(text, TIME).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new UnreadableMessage("noticeTime " + text + " is no time with an offset", e);
        }
    }

    /** The order as customs would write it. */
    public String toXml() {
        var payload = Xml.write(writer -> {
            writer.writeStartElement(TYPE);
            writer.writeDefaultNamespace(TraceReportMessage.NAMESPACE);
            Xml.text(writer, "operation", operation);
            Xml.text(writer, "taskNo", order.taskNo());
            Xml.text(writer, "importerScc", order.importer());
            Xml.text(writer, "entryId", order.declarationNo());
            Xml.text(writer, "gNo", order.goodsSeqNo());
            Xml.text(writer, "gName", order.foodName());
            Xml.text(writer, "prodBatchNo", order.batchNos());
            Xml.text(writer, "recallLevel", order.level().number());
            Xml.text(writer, "recallReason", order.reason());
            Xml.text(writer, "failedItem", order.failedItem());
            Xml.text(writer, "nonconformityNo", order.nonconformityNo());
            Xml.text(
                    writer,
                    "noticeTime",
                    order.notifiedAt().atZone(BusinessTime.ZONE).format(TIME));
            Xml.text(writer, "cancelReason", order.cancelReason());
            writer.writeEndElement();
        });
        return new Envelope(messageId, TYPE, messageTime, order.taskNo(), payload).toXml("CUSTOMS", "SUYUAN");
    }
}
