package org.suyuan.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code --statutes}: makes one message FTR401 of a folder of statutes and hands it to the portal of this home. Each is a
 * text file {@code 标题(2021-04-29).md} or {@code .txt}; files of the same name with other extensions are its attachments,
 * but {@code .properties}, which has further elements of the message. No server is started.
 */
final class Statutes {

    private static final String NAMESPACE = "urn:suyuan:ftr:1";
    private static final Pattern NAME = Pattern.compile("(.+)[(（]([0-9]{4}-[0-9]{2}-[0-9]{2})[)）]\\.(md|txt)");
    private static final Pattern HEADING = Pattern.compile("^# +(.+)$", Pattern.MULTILINE);
    private static final Pattern IN_FORCE_FROM = Pattern.compile(
            "自\\s*([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日起施行|([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日\\s*施行");
    private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?-->|(?m)^#+ *");
    private static final String NO_XML = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";
    private static final int LONGEST_NUMBER = 100;
    private static final int LARGEST_ATTACHMENT = 1_000_000;

    /** In the order of the schema. */
    private static final List<String> ELEMENTS = List.of(
            "operation",
            "source",
            "originId",
            "title",
            "documentNo",
            "issuer",
            "publishedOn",
            "effectiveOn",
            "validity",
            "replaces",
            "summary",
            "body",
            "sourceUrl");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "doc", "application/msword",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "html", "text/html");

    private Statutes() {}

    /** @return the file that was handed over */
    static Path run(Path folder, Path home) throws IOException {
        var texts = files(folder, "(md|txt)");
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("No statutes in " + folder
                    + ": name them 标题(2021-04-29).md or .txt, with their day of publication");
        }
        var inbox = Files.createDirectories(home.resolve("exchange/FTR401/inbox"));
        var name = "statutes-"
                + DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
                        .format(Instant.now().atOffset(ZoneOffset.UTC))
                + ".xml";
        var unfinished = inbox.resolve(name + ".tmp");
        try {
            try (var out = Files.newOutputStream(unfinished)) {
                write(texts, name, out);
            }
            return Files.move(unfinished, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(List<Path> texts, String name, OutputStream out) throws XMLStreamException, IOException {
        var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("FTR401");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("head");
        element(xml, "messageId", name);
        element(
                xml,
                "messageTime",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.writeEndElement();
        for (var text : texts) {
            notice(xml, text);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static void notice(XMLStreamWriter xml, Path file) throws XMLStreamException, IOException {
        var values = values(file);
        xml.writeStartElement("notice");
        for (var element : ELEMENTS) {
            if (values.containsKey(element)) {
                element(xml, element, values.get(element));
            }
        }
        for (var attachment : files(file.getParent(), "(?!md$|txt$|properties$).+")) {
            if (base(attachment).equals(base(file))) {
                attachment(xml, attachment);
            }
        }
        xml.writeEndElement();
    }

    /** What the file says, the day in its name, and above all what stands beside it. */
    private static Map<String, String> values(Path file) throws IOException {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file + ": name it 标题(2021-04-29).md, with its day of publication");
        }
        var text = Files.readString(file);
        var heading = HEADING.matcher(text);
        var title = heading.find() ? heading.group(1).strip() : name.group(1).strip();
        var values = new HashMap<String, String>();
        values.put("operation", "PUBLISH");
        values.put("source", "NPC");
        values.put("originId", title.length() <= LONGEST_NUMBER ? title : title.substring(0, LONGEST_NUMBER));
        values.put("title", title);
        values.put("publishedOn", name.group(2));
        IN_FORCE_FROM
                .matcher(text)
                .results()
                .reduce((earlier, later) -> later)
                .ifPresent(day -> values.put("effectiveOn", day(file, day)));
        values.put(
                "body",
                MARKUP.matcher(text.replace("\r\n", "\n")).replaceAll("").strip());
        var more = file.resolveSibling(base(file) + ".properties");
        if (Files.exists(more)) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(more)) {
                properties.load(reader);
            }
            for (var key : properties.stringPropertyNames()) {
                if (!ELEMENTS.contains(key)) {
                    throw new IllegalArgumentException(
                            more + ": there is no element " + key + "; there are " + ELEMENTS);
                }
                values.put(key, properties.getProperty(key));
            }
        }
        return values;
    }

    private static String day(Path file, MatchResult day) {
        int first = day.group(1) == null ? 4 : 1;
        try {
            return LocalDate.of(
                            Integer.parseInt(day.group(first)),
                            Integer.parseInt(day.group(first + 1)),
                            Integer.parseInt(day.group(first + 2)))
                    .toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(file + ": no such day: " + day.group());
        }
    }

    private static void attachment(XMLStreamWriter xml, Path file) throws XMLStreamException, IOException {
        if (Files.size(file) > LARGEST_ATTACHMENT) {
            throw new IllegalArgumentException(file + ": an attachment has at most " + LARGEST_ATTACHMENT
                    + " bytes; make it smaller or leave it out");
        }
        xml.writeStartElement("attachment");
        element(xml, "name", file.getFileName().toString());
        element(xml, "mediaType", MEDIA_TYPES.getOrDefault(extension(file), "application/octet-stream"));
        element(xml, "content", Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll(NO_XML, ""));
        xml.writeEndElement();
    }

    private static List<Path> files(Path folder, String extension) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> extension(file).matches(extension))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String base(Path file) {
        var name = file.getFileName().toString();
        return name.lastIndexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
    }
}
