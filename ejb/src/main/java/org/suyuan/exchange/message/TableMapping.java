package org.suyuan.exchange.message;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
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
import org.suyuan.foodsafety.NoticeField.Kind;

/**
 * How the columns of an authority's table become fields of notices: a properties file that an administrator writes, see
 * {@code docs/exchange.md}. A template is a text with columns in braces; of several, separated by {@code ||}, the first
 * whose columns are all filled in counts.
 */
final class TableMapping {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}?]+)(\\?)?}");
    private static final String ROW = "*";
    private static final String ANY = "*";
    private static final String SPREADSHEET_DAYS = "excel";
    private static final Pattern SPREADSHEET_DAY = Pattern.compile("([1-9][0-9]{4})(\\.[0-9]+)?");
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    /** How the lines of the table are written. */
    enum Format {
        CSV,
        /** one JSON object a line; columns inside others are named {@code outer.inner} */
        NDJSON
    }

    private record Template(Element element, List<String> alternatives) {}

    private final InfoCategory category;
    private final String source;
    private final Format format;
    private final Character separator;
    private final List<Charset> encodings;
    private final List<DateTimeFormatter> days;
    private final boolean spreadsheetDays;
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, Map<String, String>> translations = new LinkedHashMap<>();

    private TableMapping(Properties settings) {
        category = InfoCategory.valueOf(required(settings, "category"));
        source = required(settings, "source");
        format = Format.valueOf(settings.getProperty("format", "CSV").strip());
        var between = settings.getProperty("separator", "");
        separator = between.isEmpty() ? null : between.equals("tab") ? '\t' : between.charAt(0);
        encodings = Stream.of(settings.getProperty("encodings", "UTF-8").split(","))
                .map(name -> Charset.forName(name.strip()))
                .toList();
        var patterns = Stream.of(settings.getProperty("dates", "uuuu-MM-dd").split("\\|\\|"))
                .map(String::strip)
                .toList();
        var language =
                Locale.forLanguageTag(settings.getProperty("language", "en").strip());
        spreadsheetDays = patterns.contains(SPREADSHEET_DAYS);
        days = patterns.stream()
                .filter(pattern -> !pattern.equals(SPREADSHEET_DAYS))
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(language)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
        for (var element : Ftr400.elements(category)) {
            var text = settings.getProperty("field." + element.element());
            if (text != null) {
                templates.add(new Template(
                        element,
                        Stream.of(text.split("\\|\\|")).map(String::strip).toList()));
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

    /** Null when any usual one will do. */
    Character separator() {
        return separator;
    }

    /** Those that a file may have, the likeliest first. */
    List<Charset> encodings() {
        return encodings;
    }

    /** The columns that a file with this heading lacks, so that a field cannot be filled in any of its ways. */
    Set<String> missing(Collection<String> heading) {
        var missing = new LinkedHashSet<String>();
        for (var template : templates) {
            var lacking = template.alternatives().stream()
                    .map(alternative -> lacking(alternative, heading))
                    .toList();
            if (lacking.stream().noneMatch(List::isEmpty)) {
                lacking.forEach(missing::addAll);
            }
        }
        return missing;
    }

    private static List<String> lacking(String alternative, Collection<String> heading) {
        return COLUMN.matcher(alternative)
                .results()
                .filter(column -> column.group(2) == null)
                .map(column -> column.group(1))
                .filter(column -> !column.equals(ROW) && !heading.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** @param row texts by column; @param fingerprint of the row, for {@code {*}} */
    Values values(Map<String, String> row, String fingerprint) {
        var elements = Ftr400.elements(category);
        var values = new Values(elements.size());
        values.put(elements.get(0), "PUBLISH");
        values.put(elements.get(1), source);
        for (var template : templates) {
            var used = template.alternatives().stream()
                    .filter(alternative ->
                            !filled(alternative, row, fingerprint).isBlank())
                    .findFirst();
            var text = used.map(alternative -> filled(alternative, row, fingerprint))
                    .orElse("");
            var value = translated(template.element(), text);
            if (template.element() != elements.get(0) || !value.isEmpty()) { // without another word it is published
                values.put(
                        template.element(),
                        shortened(template.element(), value),
                        columns(used.map(List::of).orElse(template.alternatives()), row));
            }
        }
        return values;
    }

    /** The columns that a value came from or should have come from, as the file calls them; null when from none. */
    private static String columns(List<String> alternatives, Map<String, String> row) {
        var columns = alternatives.stream()
                .flatMap(alternative -> COLUMN.matcher(alternative).results())
                .map(column -> column.group(1))
                .filter(column -> row.containsKey(column.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
        return columns.isEmpty() ? null : "列 " + String.join("、", columns);
    }

    /** Columns of authorities may be of any length; their own page, to which the notice leads, has all of them. */
    private static String shortened(Element element, String text) {
        if (element.field() == null
                || element.field().kind() != Kind.LINE
                || text.length() <= element.field().longest()) {
            return text;
        }
        int end = element.field().longest() - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
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
                    .map(word -> translated(words, word))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .reduce((one, other) -> one + ";" + other)
                    .orElse("");
        }
        var known = translated(words, text);
        var kind = element.field() == null ? null : element.field().kind();
        return kind == Kind.DAY ? day(known) : kind == Kind.DIGITS ? known.replaceAll("[ .]", "") : known;
    }

    private static String translated(Map<String, String> words, String text) {
        var known = words.get(text.toLowerCase(Locale.ROOT));
        return known != null ? known : text.isEmpty() ? text : words.getOrDefault(ANY, text);
    }

    /** As messages write days; as it is when no format fits, so that the check names it. */
    private String day(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        var number = SPREADSHEET_DAY.matcher(text);
        if (spreadsheetDays && number.matches()) {
            return SPREADSHEET_EPOCH.plusDays(Long.parseLong(number.group(1))).toString();
        }
        for (var format : days) {
            try {
                return LocalDate.parse(text, format).toString();
            } catch (DateTimeException e) {
                // another format may fit
            }
        }
        return written;
    }
}
