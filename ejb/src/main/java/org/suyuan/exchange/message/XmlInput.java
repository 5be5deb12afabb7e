package org.suyuan.exchange.message;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** XML from outside, read with DTDs and external entities off, within limits, and only in the encoding it declares. */
final class XmlInput implements AutoCloseable {

    private static final int LONGEST_RAW = 30_000; // what a cell of a spreadsheet holds
    private static final WstxInputFactory FACTORY = factory();

    private final Charset charset;
    private final StrictReader characters;
    private final XMLStreamReader2 xml;

    private XmlInput(Charset charset, StrictReader characters) throws XMLStreamException {
        this.charset = charset;
        this.characters = characters;
        this.xml = (XMLStreamReader2) FACTORY.createXMLStreamReader(characters);
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 50);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 10_000);
        return factory;
    }

    static XmlInput open(InputStream bytes) throws IOException, MessageFault {
        var charset = XmlEncoding.detect(bytes);
        try {
            var input = new XmlInput(charset, new StrictReader(bytes, charset));
            if ("1.1".equals(input.xml.getVersion())) { // it allows control characters, which nothing after us does
                throw new MessageFault(1, "只接受 XML 1.0");
            }
            return input;
        } catch (XMLStreamException e) {
            throw new MessageFault(1, sentence(e));
        }
    }

    /** The next event; a document type declaration is a fault. */
    int next() throws MessageFault {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new MessageFault(line(), "不接受 DOCTYPE（文档类型声明）");
            }
            return event;
        } catch (XMLStreamException e) {
            throw fault(e);
        } catch (RuntimeException e) {
            throw lazyFault(e);
        }
    }

    /** Goes on to the end of the element that has just begun. */
    void skipElement() throws MessageFault {
        try {
            xml.skipElement();
        } catch (XMLStreamException e) {
            throw fault(e);
        } catch (RuntimeException e) {
            throw lazyFault(e);
        }
    }

    /** Text of the current event. */
    String text() throws MessageFault {
        try {
            return xml.getText();
        } catch (RuntimeException e) {
            throw lazyFault(e);
        }
    }

    boolean blank() throws MessageFault {
        try {
            return xml.isWhiteSpace();
        } catch (RuntimeException e) {
            throw lazyFault(e);
        }
    }

    String name() {
        return xml.getLocalName();
    }

    boolean inNamespace(String namespace) {
        return namespace.equals(xml.getNamespaceURI());
    }

    /** True when the element bears anything but a hint where its schema lies. */
    boolean hasAttributes() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean hint = "http://www.w3.org/2001/XMLSchema-instance".equals(xml.getAttributeNamespace(i))
                    && xml.getAttributeLocalName(i).endsWith("chemaLocation");
            if (!hint) {
                return true;
            }
        }
        return false;
    }

    int line() {
        return xml.getLocation().getLineNumber();
    }

    /** Line on which the current event begins. */
    int startLine() {
        return xml.getLocationInfo().getStartLocation().getLineNumber();
    }

    long startOffset() {
        return xml.getLocationInfo().getStartingCharOffset();
    }

    /** The message's own text from a position up to the end of the current event, shortened when it is very long. */
    String rawFrom(long start) throws MessageFault {
        try {
            return characters.text(start, xml.getLocationInfo().getEndingCharOffset(), LONGEST_RAW);
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private MessageFault lazyFault(RuntimeException e) {
        if (e.getCause() instanceof XMLStreamException cause) {
            return fault(cause);
        }
        throw e;
    }

    private MessageFault fault(XMLStreamException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return new MessageFault(line(), "字节不符合编码 " + charset.name());
        }
        if (e.getCause() instanceof IOException disk) {
            throw new UncheckedIOException(disk);
        }
        return new MessageFault(line(), sentence(e));
    }

    private static String sentence(XMLStreamException e) {
        return "XML 不完整或有错误（" + e.getMessage().lines().findFirst().orElse("") + "）";
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
