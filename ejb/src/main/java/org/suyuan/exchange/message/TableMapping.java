package org.suyuan.exchange.message;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.suyuan.exchange.message.Ftr400.Element;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeField.Kind;
import org.suyuan.shared.table.CsvText;

/**
 * How the columns of an authority's table become fields of notices: a properties file that an administrator writes, see
 * {@code docs/exchange.md}. Of several templates for a field, separated by {@code ||}, the first whose columns are all
 * filled in counts. What it says wrongly is named, so that no table is read otherwise than its writer meant.
 */
final class TableMapping {

    private static final String FIELD = "field.";
    private static final String TRANSLATE = "translate.";
    private static final String REPLACE = "replace.";
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "category",
            "source",
            "separator",
            "quote",
            "heading",
            "shortRows",
            "encodings",
            "dates",
            "language",
            "records",
            "sheet",
            "html"));
    private static final Set<String> NEEDED = Set.of("originId");
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+)(?:\\.([0-9]+))?");
    private static final String BECOMES = "=>";
    private static final String ANY = "*";

    /**
     * How cells stand in a text.
     *
     * @param separator null when any usual one will do
     * @param fillsShortRows true when cells that a row lacks at its end are empty ones
     */
    record Cells(Character separator, char quote, boolean fillsShortRows) {}

    private record Template(Element element, List<CellTemplate> alternatives) {}

    private record Replacement(Pattern pattern, String text) {}

    private final InfoCategory category;
    private final String source;
    private final Cells cells;
    private final boolean heading;
    private final List<Charset> encodings;
    private final WrittenDays days;
    private final String records;
    private final String sheet;
    private final boolean html;
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, Map<Integer, Replacement>> replacements = new TreeMap<>();
    private final Map<String, Map<String, String>> translations = new LinkedHashMap<>();

    private TableMapping(Properties settings, LocalDate today) {
        category = category(required(settings, "category"));
        source = required(settings, "source");
        var quote = character(settings, "quote");
        cells = new Cells(
                character(settings, "separator"), quote == null ? '"' : quote, yes(settings, "shortRows", false));
        heading = yes(settings, "heading", true);
        if (!heading && cells.separator() == null) {
            throw new IllegalArgumentException("没有表头时（heading = false）应写明 separator");
        }
        html = yes(settings, "html", false);
        encodings = Stream.of(settings.getProperty("encodings", "UTF-8").split(","))
                .map(name -> Charset.forName(name.strip()))
                .toList();
        days = new WrittenDays(
                settings.getProperty("dates", ""),
                Locale.forLanguageTag(settings.getProperty("language", "en").strip()),
                today);
        records = stripped(settings, "records");
        sheet = stripped(settings, "sheet");
        for (var element : Ftr400.elements(category)) {
            var text = settings.getProperty(FIELD + element.element());
            if (text != null) {
                templates.add(new Template(
                        element,
                        Stream.of(text.split("\\|\\|"))
                                .map(String::strip)
                                .map(CellTemplate::new)
                                .toList()));
            }
        }
        settings.stringPropertyNames().forEach(name -> understand(name, settings.getProperty(name)));
        for (var needed : NEEDED) {
            if (templates.stream()
                    .filter(template -> template.element().element().equals(needed))
                    .flatMap(template -> template.alternatives().stream())
                    .allMatch(CellTemplate::isConstant)) {
                throw new IllegalArgumentException(FIELD + needed + " 应含有列，如 {编号}");
            }
        }
    }

    private void understand(String key, String value) {
        if (key.startsWith(FIELD)) {
            known(key.substring(FIELD.length()));
        } else if (key.startsWith(TRANSLATE) && key.indexOf('.', TRANSLATE.length()) > 0) {
            var parts = key.split("\\.", 3);
            known(parts[1]);
            translations
                    .computeIfAbsent(parts[1], field -> new LinkedHashMap<>())
                    .put(parts[2].toLowerCase(Locale.ROOT), value);
        } else if (key.startsWith(REPLACE)) {
            var what = NUMBERED.matcher(key.substring(REPLACE.length()));
            int at = value.indexOf(BECOMES);
            if (!what.matches() || at < 0) {
                throw new IllegalArgumentException(key + " 应写作 replace.<字段>.<序号> = 正则表达式 => 替换文字");
            }
            known(what.group(1));
            replacements
                    .computeIfAbsent(what.group(1), field -> new TreeMap<>())
                    .put(
                            what.group(2) == null ? 0 : Integer.parseInt(what.group(2)),
                            replacement(
                                    key,
                                    value.substring(0, at).strip(),
                                    value.substring(at + BECOMES.length()).strip()));
        } else if (!KEYS.contains(key)) {
            throw new IllegalArgumentException(
                    "没有 " + key + " 这一项；可用的有 " + String.join("、", KEYS) + "，以及 field.…、replace.…、translate.…");
        }
    }

    /** True for a line of the file with a regular expression, which stands there as it is. */
    static boolean isReplacement(String line) {
        return line.stripLeading().startsWith(REPLACE);
    }

    private static Replacement replacement(String key, String pattern, String text) {
        try {
            var compiled = Pattern.compile(pattern);
            var groups = compiled.matcher("").groupCount();
            Matcher reference = Pattern.compile("\\$([0-9])").matcher(text);
            if (reference.results().anyMatch(r -> Integer.parseInt(r.group(1)) > groups)
                    || text.matches(".*(\\$(?![0-9])|\\\\$).*")) {
                throw new IllegalArgumentException(key + " 的替换文字引用了没有的分组");
            }
            return new Replacement(compiled, text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(key + " 的正则表达式有误（" + e.getDescription() + "）");
        }
    }

    private void known(String field) {
        if (Ftr400.elements(category).stream()
                .noneMatch(element -> element.element().equals(field))) {
            throw new IllegalArgumentException(category.messageType() + " 没有字段 " + field + "；有 "
                    + Ftr400.elements(category).stream().map(Element::element).collect(Collectors.joining("、")));
        }
    }

    private static InfoCategory category(String name) {
        return Stream.of(InfoCategory.values())
                .filter(category -> category.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("category 应为 "
                        + Stream.of(InfoCategory.values()).map(Enum::name).collect(Collectors.joining("、"))));
    }

    private static Character character(Properties settings, String key) {
        var text = settings.getProperty(key, "");
        if (text.isEmpty()) {
            return null;
        }
        var word = text.isBlank() ? text.substring(0, 1) : text.strip();
        return switch (word) {
            case "tab" -> '\t';
            case "none" -> CsvText.NO_QUOTE;
            default -> {
                if (word.length() > 1) {
                    throw new IllegalArgumentException(key + " 应为一个字符、tab 或 none");
                }
                yield word.charAt(0);
            }
        };
    }

    private static boolean yes(Properties settings, String key, boolean otherwise) {
        var text = settings.getProperty(key, String.valueOf(otherwise)).strip();
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(key + " 应为 true 或 false");
        }
        return text.equals("true");
    }

    private static String stripped(Properties settings, String key) {
        var text = settings.getProperty(key, "").strip();
        return text.isEmpty() ? null : text;
    }

    /** @throws MessageFault when the mapping says something impossible: the table cannot be read */
    static TableMapping read(Reader properties, String name, LocalDate today) throws IOException, MessageFault {
        var settings = new Properties();
        try {
            settings.load(properties);
            return new TableMapping(settings, today);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong(name, "未知的编码 " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw wrong(name, e.getMessage());
        }
    }

    static MessageFault wrong(String name, String why) {
        return new MessageFault(1, "映射 " + name + " 有误：" + why);
    }

    private static String required(Properties settings, String key) {
        var value = stripped(settings, key);
        if (value == null) {
            throw new IllegalArgumentException("缺少 " + key);
        }
        return value;
    }

    InfoCategory category() {
        return category;
    }

    Cells cells() {
        return cells;
    }

    boolean hasHeading() {
        return heading;
    }

    /** Those that a file may have, the likeliest first. */
    List<Charset> encodings() {
        return encodings;
    }

    /** Path of the array with the records in a JSON object; null when there is one a line. */
    String records() {
        return records;
    }

    /** Name of the sheet in a workbook; null for the first. */
    String sheet() {
        return sheet;
    }

    /** The columns that a file with this heading lacks, so that a field cannot be filled in any of its ways. */
    Set<String> missing(Collection<String> names) {
        var missing = new LinkedHashSet<String>();
        for (var template : templates) {
            var lacking = template.alternatives().stream()
                    .map(alternative -> alternative.lacking(names))
                    .toList();
            if (lacking.stream().noneMatch(List::isEmpty)) {
                lacking.forEach(missing::addAll);
            }
        }
        return missing;
    }

    /** @param row texts by column */
    Values values(Map<String, String> row) {
        var elements = Ftr400.elements(category);
        var values = new Values(elements.size());
        values.put(elements.get(0), "PUBLISH");
        values.put(elements.get(1), source);
        for (var template : templates) {
            var used = template.alternatives().stream()
                    .filter(alternative -> !alternative.filled(row).isBlank())
                    .findFirst();
            var text = used.map(alternative -> alternative.filled(row)).orElse("");
            var value = translated(template.element(), replaced(template.element(), html ? plain(text) : text));
            if (template.element() != elements.get(0) || !value.isEmpty()) { // without another word it is published
                values.put(
                        template.element(),
                        shortened(template.element(), value),
                        name(template.element(), used.map(List::of).orElse(template.alternatives()), row, value));
            }
        }
        return values;
    }

    private static String plain(String html) {
        return TableText.value(Jsoup.parse(html).text());
    }

    private String replaced(Element element, String text) {
        var result = text;
        for (var replacement :
                replacements.getOrDefault(element.element(), Map.of()).values()) {
            result = replacement.pattern().matcher(result).replaceAll(replacement.text());
        }
        return result.strip();
    }

    /** The columns that a value came from or should have come from, as the file calls them; null when from none. */
    private String name(Element element, List<CellTemplate> alternatives, Map<String, String> row, String value) {
        var columns = alternatives.stream()
                .flatMap(alternative -> alternative.columnsIn(row).stream())
                .distinct()
                .toList();
        boolean isUnreadDay = isDay(element) && !value.isEmpty() && !WrittenDays.isIso(value);
        return columns.isEmpty()
                ? null
                : "列 " + String.join("、", columns) + (isUnreadDay ? " “" + value + "” 不符合 dates，" : "");
    }

    private static boolean isDay(Element element) {
        return element.field() != null && element.field().kind() == Kind.DAY;
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

    private String translated(Element element, String text) {
        var words = translations.getOrDefault(element.element(), Map.of());
        if (element.field() != null && element.field().kind() == Kind.LIST) {
            return Stream.of(text.split("[;；]"))
                    .map(String::strip)
                    .map(word -> translated(words, word))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(";"));
        }
        var known = translated(words, text);
        var kind = element.field() == null ? null : element.field().kind();
        return kind == Kind.DAY ? days.iso(known) : kind == Kind.DIGITS ? known.replaceAll("[ .]", "") : known;
    }

    private static String translated(Map<String, String> words, String text) {
        var known = words.get(text.toLowerCase(Locale.ROOT));
        return known != null ? known : text.isEmpty() ? text : words.getOrDefault(ANY, text);
    }
}
