package org.suyuan.exchange;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.suyuan.trace.FiledReport;

/** {@code FTR101}: one submitted version of a trace report, as {@code FTR101.xsd} describes it. */
final class TraceReportMessage {

    static final String TYPE = "FTR101";
    static final String NAMESPACE = "urn:suyuan:ftr:1";

    private TraceReportMessage() {}

    /** Natural key and version: the same version always has the same id. */
    static String messageId(String unifiedNo, int version) {
        return TYPE + "_" + unifiedNo + "_" + version;
    }

    static Envelope of(FiledReport report) {
        return new Envelope(
                messageId(report.unifiedNo(), report.version()),
                TYPE,
                report.submittedAt(),
                report.unifiedNo(),
                Xml.write(writer -> write(report, writer)));
    }

    private static void write(FiledReport report, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(TYPE);
        writer.writeDefaultNamespace(NAMESPACE);
        Xml.text(writer, "unifiedNo", report.unifiedNo());
        Xml.text(writer, "version", report.version());
        Xml.text(writer, "importerScc", report.importerUscc());
        Xml.text(writer, "importerName", report.importerName());
        Xml.text(writer, "agentScc", report.agentUscc());
        Xml.text(writer, "agentName", report.agentName());
        Xml.text(writer, "applyCustoms", report.applyCustoms());
        Xml.text(writer, "reportDate", report.reportDate());
        Xml.text(writer, "generateQr", report.generateQr());
        var goods = report.goods();
        writer.writeStartElement("goods");
        Xml.text(writer, "entryId", goods.declarationNo());
        Xml.text(writer, "customMaster", goods.declarationCustoms());
        Xml.text(writer, "despPortCode", goods.entryPort());
        Xml.text(writer, "gNo", goods.seqNo());
        Xml.text(writer, "goodsCode", goods.goodsCode());
        Xml.text(writer, "gName", goods.foodName());
        Xml.text(writer, "goodsSpec", goods.specification());
        Xml.text(writer, "goodsBrand", goods.brand());
        Xml.text(writer, "prodBatchNo", goods.batchNo());
        Xml.text(writer, "produceDate", goods.productionDate());
        Xml.text(writer, "prodQgp", goods.shelfLifeDays());
        Xml.text(writer, "gQty", goods.quantity().toPlainString());
        Xml.text(writer, "gUnit", goods.unit());
        Xml.text(writer, "cusOriginCountry", goods.originCountry());
        writer.writeEndElement();
        for (var sale : report.sales()) {
            writer.writeStartElement("sale");
            Xml.text(writer, "rowNo", sale.rowNo());
            Xml.text(writer, "buyerName", sale.buyerName());
            Xml.text(writer, "buyerScc", sale.buyerUscc());
            Xml.text(writer, "buyerAddress", sale.buyerAddress());
            Xml.text(writer, "buyerContact", sale.buyerContact());
            Xml.text(writer, "soldQty", sale.soldQuantity().toPlainString());
            Xml.text(writer, "deliveryDate", sale.deliveryDate());
            writer.writeEndElement();
        }
        writer.writeEndElement();
    }
}
