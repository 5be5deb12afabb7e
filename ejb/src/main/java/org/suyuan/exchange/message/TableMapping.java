package org.suyuan.exchange.message;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suyuan.exchange.message.Ftr400.Element;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeField.Kind;

/**
 * How the columns of an authority's table become fields of notices: a properties file that an administrator writes, see
 * {@code docs/exchange.md}. A template is a text with columns in braces; of several, separated by {@code ||}, the first
 * whose columns are all filled in counts.
 */
final class TableMapping {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
    private static final String ROW = "*";

    /** How the lines of the table are written. */
    enum Format {
        CSV,
        /** one JSON object a line; columns inside others are named {@code outer.inner} */
        NDJSON
    }

    private record Template(Element element, List<String> alternatives, String columns) {}

    private final InfoCategory category;
    private final String source;
    private final Format format;
    private final char separator;
    private final List<Charset> encodings;
    private final List<DateTimeFormatter> days;
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, Map<String, String>> translations = new LinkedHashMap<>();

    private TableMapping(Properties settings) {
        category = InfoCategory.valueOf(required(settings, "category"));
        source = required(settings, "source");
        format = Format.valueOf(settings.getProperty("format", "CSV").strip());
        var between = settings.getProperty("separator", ",");
        separator = between.equals("tab") ? '\t' : between.charAt(0);
        encodings = Stream.of(settings.getProperty("encodings", "UTF-8").split(","))
                .map(name -> Charset.forName(name.strip()))
                .toList();
        days = Stream.of(settings.getProperty("dates", "uuuu-MM-dd").split("\\|\\|"))
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern.strip())
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
        for (var element : Ftr400.elements(category)) {
            var text = settings.getProperty("field." + element.element());
            if (text != null) {
                var columns = COLUMN.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
                templates.add(new Template(
                        element,
                        Stream.of(text.split("\\|\\|")).map(String::strip).toList(),
                        columns.isEmpty() ? element.element() : "列 " + String.join("、", columns)));
            }
        }
        for (var name : settings.stringPropertyNames()) {
            var parts = name.split("\\.", 3);
            if (parts[0].equals("translate") && parts.length == 3) {
                translations
                        .computeIfAbsent(parts[1], field -> new LinkedHashMap<>())
                        .put(parts[2].toLowerCase(Locale.ROOT), settings.getProperty(name));
            } else if (parts[0].equals("field")
                    && templates.stream()
                            .noneMatch(t -> name.equals("field." + t.element().element()))) {
                throw new IllegalArgumentException(category.messageType() + " 没有字段 " + name.substring(6));
            }
        }
    }

    /** @throws MessageFault when the mapping says something impossible: the table cannot be read */
    static TableMapping read(Reader properties, String name) throws IOException, MessageFault {
        var settings = new Properties();
        try {
            settings.load(properties);
            return new TableMapping(settings);
        } catch (IllegalArgumentException e) {
            var what = e instanceof IllegalCharsetNameException || e instanceof UnsupportedCharsetException
                    ? "未知的编码 " + e.getMessage()
                    : e.getMessage();
            throw new MessageFault(1, "映射 " + name + " 有误：" + what);
        }
    }

    private static String required(Properties settings, String key) {
        var value = settings.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("缺少 " + key);
        }
        return value.strip();
    }

    InfoCategory category() {
        return category;
    }

    Format format() {
        return format;
    }

    char separator() {
        return separator;
    }

    /** Those that a file may have, the likeliest first. */
    List<Charset> encodings() {
        return encodings;
    }

    /** The columns that a file must have. */
    Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        templates.forEach(template -> template.alternatives()
                .forEach(text ->
                        COLUMN.matcher(text).results().map(c -> c.group(1)).forEach(columns::add)));
        columns.remove(ROW);
        return columns;
    }

    /** @param row texts by column; @param fingerprint of the row, for {@code {*}} */
    Values values(Map<String, String> row, String fingerprint) {
        var elements = Ftr400.elements(category);
        var values = new Values(elements.size());
        values.put(elements.get(0), "PUBLISH");
        values.put(elements.get(1), source);
        for (var template : templates) {
            var text = template.alternatives().stream()
                    .map(alternative -> filled(alternative, row, fingerprint))
                    .filter(filled -> !filled.isBlank())
                    .findFirst()
                    .orElse("");
            var value = translated(template.element(), text);
            values.put(
                    template.element(),
                    template.element().field() == NoticeField.TITLE ? shortened(value) : value,
                    template.columns());
        }
        return values;
    }

    /** Titles are put together from columns of any length; the columns themselves are kept elsewhere. */
    private static String shortened(String title) {
        int longest = NoticeField.TITLE.longest();
        return title.length() <= longest ? title : title.substring(0, longest - 1) + "…";
    }

    private static String filled(String template, Map<String, String> row, String fingerprint) {
        var columns = COLUMN.matcher(template);
        boolean empty =
                columns.results().map(column -> cell(column, row, fingerprint)).anyMatch(String::isBlank);
        return empty
                ? ""
                : columns.reset().replaceAll(column -> Matcher.quoteReplacement(cell(column, row, fingerprint)));
    }

    private static String cell(MatchResult column, Map<String, String> row, String fingerprint) {
        return column.group(1).equals(ROW)
                ? fingerprint
                : row.getOrDefault(column.group(1).toLowerCase(Locale.ROOT), "");
    }

    private String translated(Element element, String text) {
        var words = translations.getOrDefault(element.element(), Map.of());
        if (element.field() != null && element.field().kind() == Kind.LIST) {
            return Stream.of(text.split("[;；]"))
                    .map(String::strip)
                    .map(word -> words.getOrDefault(word.toLowerCase(Locale.ROOT), word))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .reduce((one, other) -> one + ";" + other)
                    .orElse("");
        }
        var known = words.getOrDefault(text.toLowerCase(Locale.ROOT), text);
        return element.field() != null && element.field().kind() == Kind.DAY ? day(known) : known;
    }

    /** As messages write days; as it is when no format fits, so that the check names it. */
    private String day(String text) {
        for (var format : days) {
            try {
                return LocalDate.parse(text, format).toString();
            } catch (DateTimeException e) {
                // another format may fit
            }
        }
        return text;
    }
}
