package org.suyuan.exchange.message;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A bulk message as a stream of records. Memory does not grow with the message: a record that is too long is cut down to
 * what shows that it is. Opening reads the head; a message with a wrong root or head yields nothing at all.
 */
public final class MessageStream implements RecordStream {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LARGEST_RECORD = 4_000_000;
    private static final int LONGEST_MESSAGE_ID = 60;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r]+");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}"
                    + "(\\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-4]):[0-9]{2})");

    private final XmlInput xml;
    private final MessageShape shape;
    private final MessageHead head;
    private long number;
    private String fault; // of the record being read
    private int size;

    private MessageStream(XmlInput xml, MessageShape shape) throws MessageFault {
        this.xml = xml;
        this.shape = shape;
        this.head = readHead();
    }

    public static MessageStream open(InputStream bytes, MessageShape shape) throws IOException, MessageFault {
        var xml = XmlInput.open(new BufferedInputStream(bytes, 1 << 16));
        try {
            return new MessageStream(xml, shape);
        } catch (MessageFault e) {
            xml.close();
            throw e;
        }
    }

    public MessageHead head() {
        return head;
    }

    @Override
    public SourceRecord next() throws MessageFault {
        return switch (toRecord()) {
            case START_ELEMENT -> readRecord();
            case END_DOCUMENT -> null;
            default -> strayText();
        };
    }

    @Override
    public boolean skip() throws MessageFault {
        int event = toRecord();
        if (event == END_DOCUMENT) {
            return false;
        }
        if (event == START_ELEMENT) {
            xml.skipElement();
        }
        number++;
        return true;
    }

    /** Goes on to where the next record begins, to text between two, or to the end. */
    private int toRecord() throws MessageFault {
        int event = xml.next();
        while (event != START_ELEMENT && event != END_DOCUMENT && (!isText(event) || xml.blank())) {
            event = xml.next();
        }
        return event;
    }

    private SourceRecord strayText() throws MessageFault {
        return new SourceRecord(
                head,
                shape.type(),
                ++number,
                xml.startLine(),
                null,
                List.of(),
                "记录之外有文字",
                shortened(xml.text()),
                LONGEST_TEXT);
    }

    private SourceRecord readRecord() throws MessageFault {
        fault = null;
        size = 0;
        int line = xml.startLine();
        long start = xml.startOffset();
        var values = new Values(shape.fields().size());
        var lines = new ArrayList<Values>();
        if (!xml.name().equals(shape.record()) || !xml.inNamespace(MessageShape.NAMESPACE)) {
            found("未知元素 " + shortened(xml.name()));
            xml.skipElement();
        } else {
            readElements(values, shape.fields(), lines);
        }
        var raw = xml.rawFrom(start);
        return new SourceRecord(head, shape.type(), ++number, line, values, lines, fault, raw, size + raw.length());
    }

    /** Reads up to the end of the current element; lines only where there may be some. */
    private void readElements(Values values, List<? extends Field> fields, List<Values> lines) throws MessageFault {
        refuseAttributes();
        int next = 0;
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT) {
                if (lines != null && xml.name().equals(shape.line()) && xml.inNamespace(MessageShape.NAMESPACE)) {
                    next = fields.size();
                    readLine(lines);
                } else {
                    next = readField(values, fields, next);
                }
            } else if (isText(event) && !xml.blank()) {
                found("元素之间有文字");
            }
        }
    }

    private void readLine(List<Values> lines) throws MessageFault {
        var line = new Values(shape.lineFields().size());
        readElements(line, shape.lineFields(), null);
        if (lines.size() > MessageShape.MOST_LINES) {
            return; // one more than allowed tells enough
        }
        if (size > LARGEST_RECORD) {
            found("记录过大");
        } else {
            lines.add(line);
        }
    }

    /** The elements must come in the order of the fields, each at most once. */
    private int readField(Values values, List<? extends Field> fields, int next) throws MessageFault {
        for (int i = next; i < fields.size(); i++) {
            if (fields.get(i).element().equals(xml.name()) && xml.inNamespace(MessageShape.NAMESPACE)) {
                values.put(fields.get(i), readText(fields.get(i)));
                return i + 1;
            }
        }
        found("元素 " + shortened(xml.name()) + " 未知、重复或次序不对");
        xml.skipElement();
        return next;
    }

    private String readText(Field field) throws MessageFault {
        refuseAttributes();
        var name = xml.name();
        String first = "";
        StringBuilder all = null;
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT) {
                found("元素 " + name + " 内不应有子元素");
                xml.skipElement();
            } else if (isText(event)) {
                if (first.isEmpty()) {
                    first = xml.text();
                } else {
                    all = all == null ? new StringBuilder(first) : all;
                    if (all.length() <= field.readable()) {
                        all.append(xml.text());
                    }
                }
            }
        }
        var whole = all == null ? first : all.toString();
        var text = field.keepsLines() ? whole.strip() : collapsed(whole);
        size += text.length() + 32;
        return text;
    }

    private void refuseAttributes() {
        if (xml.hasAttributes()) {
            found("元素 " + xml.name() + " 不应有属性");
        }
    }

    private void found(String what) {
        fault = fault == null ? what : fault;
    }

    private MessageHead readHead() throws MessageFault {
        int event = xml.next();
        while (event != START_ELEMENT) {
            event = xml.next();
        }
        if (!xml.name().equals(shape.type()) || !xml.inNamespace(MessageShape.NAMESPACE) || xml.hasAttributes()) {
            throw new MessageFault(
                    xml.startLine(), "根元素应为命名空间 " + MessageShape.NAMESPACE + " 中的 " + shape.type() + "，且无属性");
        }
        var headFields = List.of(HeadField.values());
        event = xml.next();
        while (event != START_ELEMENT && event != END_ELEMENT) {
            if (isText(event) && !xml.blank()) {
                throw new MessageFault(xml.startLine(), "报文头 head 之前有文字");
            }
            event = xml.next();
        }
        int line = xml.startLine();
        if (event == END_ELEMENT || !xml.name().equals("head") || !xml.inNamespace(MessageShape.NAMESPACE)) {
            throw new MessageFault(line, "缺少报文头 head");
        }
        var values = new Values(headFields.size());
        readElements(values, headFields, null);
        if (fault != null) {
            throw new MessageFault(line, "报文头 head 有误：" + fault);
        }
        return new MessageHead(messageId(values, line), messageTime(values, line));
    }

    private static String messageId(Values values, int line) throws MessageFault {
        var id = values.get(HeadField.MESSAGE_ID);
        if (id == null || id.isEmpty() || id.length() > LONGEST_MESSAGE_ID) {
            throw new MessageFault(line, "messageId 必填，最长 " + LONGEST_MESSAGE_ID + " 个字符");
        }
        return id;
    }

    private static Instant messageTime(Values values, int line) throws MessageFault {
        var text = values.get(HeadField.MESSAGE_TIME);
        try {
            if (text != null && TIME.matcher(text).matches()) {
                var time = OffsetDateTime.parse(text);
                if (time.getYear() < 2000
                        || time.toInstant().isAfter(Instant.now().plus(CLOCKS_DIFFER_BY))) {
                    throw new MessageFault(line, "messageTime " + text + " 早于 2000 年或晚于当前时间");
                }
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // the 31st of June, or the like
        }
        throw new MessageFault(line, "messageTime 应为带时区的时间，如 2026-11-20T09:30:00+08:00");
    }

    private static boolean isText(int event) {
        return event == CHARACTERS || event == CDATA;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_MESSAGE_ID ? text : text.substring(0, LONGEST_MESSAGE_ID) + "…";
    }

    /** As {@code xs:token} does: runs of blanks, tabs and line ends become one blank, none at the ends. */
    static String collapsed(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && blank) {
                return BLANKS.matcher(text).replaceAll(" ").replaceAll("^ | $", "");
            }
            blank = c == ' ';
        }
        return blank && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
    }

    private enum HeadField implements Field {
        MESSAGE_ID("messageId"),
        MESSAGE_TIME("messageTime");

        private final String element;

        HeadField(String element) {
            this.element = element;
        }

        @Override
        public String element() {
            return element;
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
