package org.suyuan.exchange.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.suyuan.declaration.DeclarationRecord;
import org.suyuan.declaration.GoodsRecord;
import org.suyuan.shared.BusinessTime;

/** Writes FTR301 as customs does; for the training customs and for load tests. */
public final class Ftr301Writer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private final XMLStreamWriter xml;

    private Ftr301Writer(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes the file under another name first, so that nobody takes it half done. */
    public static void write(Path target, MessageHead head, Iterator<DeclarationRecord> declarations)
            throws IOException {
        var unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        try (var characters = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(characters);
            new Ftr301Writer(xml).message(head, declarations);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("FTR301 cannot be written to " + unfinished, e);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void message(MessageHead head, Iterator<DeclarationRecord> declarations) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
        xml.writeStartElement(Ftr301.TYPE);
        xml.writeDefaultNamespace(MessageShape.NAMESPACE);
        newLine();
        xml.writeStartElement("head");
        text("messageId", head.messageId());
        text("messageTime", TIME.format(head.messageTime().atZone(BusinessTime.ZONE)));
        xml.writeEndElement();
        while (declarations.hasNext()) {
            newLine();
            declaration(declarations.next());
        }
        newLine();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void declaration(DeclarationRecord record) throws XMLStreamException {
        xml.writeStartElement(Ftr301.SHAPE.record());
        text(Ftr301.Details.OPERATION, record.cancelled() ? "CANCEL" : "DECLARE");
        text(Ftr301.Details.ENTRY_ID, record.declarationNo());
        text(Ftr301.Details.CUSTOM_MASTER, record.customsDistrict());
        text(Ftr301.Details.DESP_PORT_CODE, record.entryPort());
        text(Ftr301.Details.IMPORT_DATE, record.importDate());
        text(Ftr301.Details.CONSIGNEE_CODE, record.consigneeUscc());
        text(Ftr301.Details.CONSIGNEE_NAME, record.consigneeName());
        text(Ftr301.Details.AGENT_CODE, record.agentUscc());
        text(Ftr301.Details.AGENT_NAME, record.agentName());
        text(Ftr301.Details.CONSIGNOR, record.overseasShipper());
        for (var goods : record.goods()) {
            newLine();
            goods(goods);
        }
        xml.writeEndElement();
    }

    private void goods(GoodsRecord goods) throws XMLStreamException {
        xml.writeStartElement(Ftr301.SHAPE.line());
        text(Ftr301.Goods.NUMBER, goods.seqNo());
        text(Ftr301.Goods.TARIFF_CODE, goods.goodsCode().substring(0, 10));
        text(
                Ftr301.Goods.INSPECTION_CODE,
                goods.goodsCode().length() == 13 ? goods.goodsCode().substring(10) : null);
        text(Ftr301.Goods.NAME, goods.name());
        text(Ftr301.Goods.SPECIFICATION, goods.specification());
        text(Ftr301.Goods.BRAND, goods.brand());
        text(Ftr301.Goods.BATCHES, goods.batchNos());
        text(Ftr301.Goods.PRODUCED, goods.productionDate());
        text(Ftr301.Goods.SHELF_LIFE, goods.shelfLifeDays());
        text(Ftr301.Goods.QUANTITY, goods.quantity().toPlainString());
        text(Ftr301.Goods.UNIT, goods.unit());
        text(Ftr301.Goods.ORIGIN, goods.originCountry());
        text(Ftr301.Goods.PRODUCER, goods.producer());
        text(Ftr301.Goods.PRODUCER_REGISTRATION, goods.producerRegistration());
        xml.writeEndElement();
    }

    private void text(Field field, Object value) throws XMLStreamException {
        if (value != null) {
            text(field.element(), value.toString());
        }
    }

    private void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
