package org.suyuan.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads and writes single documents of the exchange: small, checked against their schema, without DTDs and entities. */
final class Xml {

    private Xml() {}

    /** Reads a document that must fit the schema; DTDs and external entities are refused. */
    static Element parse(byte[] xml, Schema schema) throws UnreadableMessage {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new ByteArrayInputStream(xml));
            schema.newValidator().validate(new DOMSource(document));
            return document.getDocumentElement();
        } catch (SAXException e) {
            throw new UnreadableMessage(e.getMessage(), e);
        } catch (IOException e) {
            throw new UnreadableMessage("The bytes do not fit the encoding: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Schema schema(String file) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            return factory.newSchema(Xml.class.getResource("/exchange/" + file));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema " + file + " is broken", e);
        }
    }

    /** Text of the first element of this name, or null. */
    static String text(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent().strip();
    }

    static void text(XMLStreamWriter writer, String name, Object value) throws XMLStreamException {
        if (value != null) {
            writer.writeStartElement(name);
            writer.writeCharacters(value.toString());
            writer.writeEndElement();
        }
    }

    /** Something that writes XML. */
    @FunctionalInterface
    interface Content {
        void writeTo(XMLStreamWriter writer) throws XMLStreamException;
    }

    static String write(Content content) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            content.writeTo(writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The message could not be written", e);
        }
        return text.toString();
    }
}
