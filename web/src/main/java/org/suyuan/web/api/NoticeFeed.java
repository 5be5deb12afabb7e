package org.suyuan.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeHits;
import org.suyuan.foodsafety.Vocabulary;
import org.suyuan.web.info.NoticeRequest;

/** The hits of a question as a feed to subscribe to (Atom, RFC 4287). */
@ApplicationScoped
class NoticeFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int EXCERPT = 500;
    private static final String NO_XML = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private Addresses addresses;

    String of(NoticeRequest wanted, NoticeHits hits, int page, int size, Optional<Instant> asOf, Locale language) {
        try {
            var text = new StringWriter();
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", language.toLanguageTag());
            var links = addresses.others(wanted, "/atom", hits, page, size);
            element(xml, "id", links.get("self"));
            element(xml, "title", title(wanted, language));
            element(
                    xml,
                    "updated",
                    hits.page().stream()
                            .map(Notice::messageTime)
                            .max(Comparator.naturalOrder())
                            .or(() -> asOf)
                            .orElse(Instant.EPOCH)
                            .toString());
            for (var link : links.entrySet()) {
                link(xml, link.getKey(), link.getValue(), "application/atom+xml");
            }
            var people = addresses.tab(wanted.category(), wanted.with(Collections.singletonMap("lang", null)));
            link(xml, "alternate", people, "text/html");
            for (var notice : hits.page()) {
                entry(xml, notice, language);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed cannot be written", e);
        }
    }

    private static String title(NoticeRequest wanted, Locale language) {
        var tab = Words.of(
                language, String.join(".", "infoText", "tab", wanted.category().name()));
        return wanted.asked("q").isEmpty() ? tab : tab + ": " + wanted.asked("q");
    }

    private void entry(XMLStreamWriter xml, Notice notice, Locale language) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", addresses.page(notice));
        element(
                xml,
                "title",
                notice.withdrawn()
                        ? "[" + Words.of(language, "infoText.withdrawn") + "] " + notice.title()
                        : notice.title());
        element(xml, "updated", notice.messageTime().toString());
        element(xml, "published", notice.get(NoticeField.PUBLISHED_ON) + "T00:00:00+08:00");
        xml.writeStartElement("author");
        element(xml, "name", vocabulary.authority(notice.source(), language));
        xml.writeEndElement();
        link(xml, "alternate", addresses.page(notice), "text/html");
        if (notice.get(NoticeField.SOURCE_URL) != null) {
            link(xml, "via", notice.get(NoticeField.SOURCE_URL), null);
        }
        var excerpt = notice.excerpted();
        if (!excerpt.isEmpty()) {
            element(xml, "summary", excerpt.length() <= EXCERPT ? excerpt : excerpt.substring(0, EXCERPT) + "…");
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll(NO_XML, ""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address, String type)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
        if (type != null) {
            xml.writeAttribute("type", type);
        }
    }
}
