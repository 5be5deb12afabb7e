package org.suyuan.exchange.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.exchange.message.Rejection.Code;
import org.suyuan.foodsafety.Attachment;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeRecord;
import org.suyuan.foodsafety.Validity;

/**
 * FTR401 to FTR404: an authority publishes food-safety notices (laws, standards, risks, refused entries), amends and
 * withdraws them. One record is one notice, whole. Tables of authorities that know no XML are read as the same records
 * ({@link TableStream}).
 */
public final class Ftr400 {

    private static final Pattern OPERATION_NAME = Pattern.compile("PUBLISH|AMEND|WITHDRAW");
    private static final Pattern SOURCE_CODE = Pattern.compile("[0-9A-Z]{1,20}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,13}");
    private static final Pattern VALIDITY =
            Pattern.compile(Stream.of(Validity.values()).map(Enum::name).collect(Collectors.joining("|")));
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9.+-]+");
    private static final int MOST_ATTACHMENTS = 20;

    private static final Map<InfoCategory, List<Element>> ELEMENTS = elements();

    private Ftr400() {}

    /** @param field what it says of the notice; null for what identifies it */
    record Element(String element, int ordinal, NoticeField field) implements Field {

        @Override
        public int readable() {
            return field == null ? 4_000 : field.longest();
        }

        @Override
        public boolean keepsLines() {
            return field == NoticeField.BODY;
        }
    }

    private enum FileField implements Field {
        NAME("name"),
        MEDIA_TYPE("mediaType"),
        CONTENT("content");

        private final String element;

        FileField(String element) {
            this.element = element;
        }

        @Override
        public String element() {
            return element;
        }

        @Override
        public int readable() {
            return this == CONTENT ? 2 * Attachment.LARGEST : 4_000;
        }
    }

    private static Map<InfoCategory, List<Element>> elements() {
        var elements = new EnumMap<InfoCategory, List<Element>>(InfoCategory.class);
        for (var category : InfoCategory.values()) {
            var list = new ArrayList<Element>();
            for (var name : List.of("operation", "source", "originId")) {
                list.add(new Element(name, list.size(), null));
            }
            for (var field : NoticeField.of(category)) {
                list.add(new Element(field.element(), list.size(), field));
            }
            elements.put(category, List.copyOf(list));
        }
        return elements;
    }

    static List<Element> elements(InfoCategory category) {
        return ELEMENTS.get(category);
    }

    public static MessageShape shape(InfoCategory category) {
        return new MessageShape(
                category.messageType(), "notice", elements(category), "attachment", List.of(FileField.values()));
    }

    public static Checked<NoticeRecord> check(SourceRecord source) {
        var check = new FieldCheck(source);
        if (source.values() == null) {
            return check.reject(null);
        }
        var category = Stream.of(InfoCategory.values())
                .filter(c -> c.messageType().equals(source.type()))
                .findFirst()
                .orElseThrow();
        var elements = elements(category);
        var operation = check.matching(elements.get(0), OPERATION_NAME, " PUBLISH、AMEND 或 WITHDRAW");
        var authority = check.matching(elements.get(1), SOURCE_CODE, " 1 至 20 位数字或大写字母");
        var originId = check.text(elements.get(2), 100);
        boolean withdrawn = "WITHDRAW".equals(operation);
        var values = new EnumMap<NoticeField, String>(NoticeField.class);
        if (!withdrawn) {
            elements.stream().filter(element -> element.field() != null).forEach(element -> {
                var value = value(check, element);
                if (value != null) {
                    values.put(element.field(), value);
                }
            });
        }
        refuseFuture(check, source, values.get(NoticeField.PUBLISHED_ON));
        var files = withdrawn ? List.<Attachment>of() : attachments(check, source.lines());
        return check.passed()
                ? check.accept(new NoticeRecord(category, authority, originId, withdrawn, values, files))
                : check.reject(source.values().get(elements.get(2)));
    }

    private static String value(FieldCheck check, Element element) {
        var field = element.field();
        return switch (field.kind()) {
            case DAY -> {
                var day = field.required() ? check.day(element) : check.optionalDay(element);
                yield day == null ? null : day.toString();
            }
            case DIGITS -> check.optionalMatching(element, DIGITS, field.longest(), " 2 至 13 位数字");
            case VALIDITY ->
                check.optionalMatching(element, VALIDITY, field.longest(), " IN_FORCE、UPCOMING 或 REPEALED");
            case ADDRESS -> address(check, element);
            case LINE, LIST, TEXT ->
                field.required() ? check.text(element, field.longest()) : check.optionalText(element, field.longest());
        };
    }

    /** A slip in the year would stay the newest of all for as long. */
    private static void refuseFuture(FieldCheck check, SourceRecord source, String published) {
        var latest =
                LocalDate.ofInstant(source.head().messageTime(), ZoneOffset.UTC).plusYears(1);
        if (published != null && LocalDate.parse(published).isAfter(latest)) {
            check.wrong(Code.DATE, "publishedOn " + published + " 晚于报文时间一年以上");
        }
    }

    private static String address(FieldCheck check, Element element) {
        var text = check.optionalText(element, element.field().longest());
        if (text != null && !isAddress(text)) {
            check.wrong(Code.FORMAT, element.element() + " 应为 http 或 https 地址");
        }
        return text;
    }

    private static boolean isAddress(String text) {
        try {
            var address = new URI(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<Attachment> attachments(FieldCheck check, List<Values> lines) {
        if (lines.size() > MOST_ATTACHMENTS) {
            check.wrong(Code.TOO_MANY_ITEMS, "附件最多 " + MOST_ATTACHMENTS + " 个");
            return List.of();
        }
        var attachments = new ArrayList<Attachment>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            check.at(lines.get(i), "第 " + (i + 1) + " 个附件 ");
            attachments.add(new Attachment(
                    check.text(FileField.NAME, 200),
                    check.matching(FileField.MEDIA_TYPE, MEDIA_TYPE, "媒体类型，如 application/pdf"),
                    content(check)));
        }
        return attachments;
    }

    private static byte[] content(FieldCheck check) {
        var text = check.text(FileField.CONTENT, Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder().decode(text.replace(" ", ""));
            if (bytes.length <= Attachment.LARGEST) {
                return bytes;
            }
            check.wrong(Code.TOO_LONG, "content 最大 " + Attachment.LARGEST + " 字节");
        } catch (IllegalArgumentException e) {
            check.wrong(Code.FORMAT, "content 应为 Base64");
        }
        return null;
    }
}
