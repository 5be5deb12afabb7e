package org.suyuan.web.info;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.foodsafety.Days;
import org.suyuan.foodsafety.Facet;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeField.Kind;
import org.suyuan.foodsafety.NoticeQuery;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.foodsafety.Validity;
import org.suyuan.foodsafety.Vocabulary;

/**
 * What the address of a list of notices asks for, understood: the same conditions for the page of a tab, its feed, its
 * export and the open data. What cannot be understood is named, parameter by parameter.
 */
public final class NoticeRequest {

    public static final String TEXT = "q";
    public static final String SORT = "sort";
    public static final String PAGE = "page";
    public static final String SIZE = "size";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String EFFECTIVE_FROM = "effectiveFrom";
    private static final String EFFECTIVE_TO = "effectiveTo";
    private static final String BEST = "best";
    private static final String NEWEST = "newest";
    private static final int LONGEST_VALUE = 100;

    private static final Pattern ANYTHING = Pattern.compile("(?s).*");
    private static final Map<Facet, Pattern> SHAPES =
            Map.of(Facet.YEAR, Pattern.compile("[0-9]{4}"), Facet.MONTH, Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])"));

    private static final Set<Facet> TYPED = EnumSet.of(Facet.COUNTRY, Facet.FOOD_CATEGORY);
    private static final Map<InfoCategory, List<NoticeField>> CONDITIONS = Map.of(
            InfoCategory.LAW,
            List.of(NoticeField.TITLE, NoticeField.DOCUMENT_NO, NoticeField.ISSUER, NoticeField.VALIDITY),
            InfoCategory.STANDARD,
            List.of(NoticeField.DOCUMENT_NO, NoticeField.TITLE, NoticeField.REPLACES, NoticeField.VALIDITY),
            InfoCategory.RISK,
            List.of(NoticeField.TITLE, NoticeField.PRODUCT, NoticeField.HAZARD, NoticeField.LEVEL),
            InfoCategory.DENIED_ENTRY,
            List.of(
                    NoticeField.PRODUCT,
                    NoticeField.HS_CODE,
                    NoticeField.PRODUCER,
                    NoticeField.IMPORTER,
                    NoticeField.REASON,
                    NoticeField.PORT));

    /**
     * What is wrong with one parameter.
     *
     * @param key of a text about it, with its argument
     */
    public record Fault(String parameter, String key, Object argument) {}

    private final InfoCategory category;
    private final Vocabulary vocabulary;
    private final Map<String, List<String>> sent;
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final NoticeQuery query;

    /**
     * @param queryString of the address as it was sent: the server would take its bytes for Latin-1; may be null
     * @param vocabulary for values that are called by their name
     */
    public NoticeRequest(InfoCategory category, String queryString, Vocabulary vocabulary) {
        this.category = category;
        this.vocabulary = vocabulary;
        sent = sent(queryString == null ? "" : queryString);
        query = query();
    }

    private Map<String, List<String>> sent(String queryString) {
        var values = new LinkedHashMap<String, List<String>>();
        Stream.of(queryString.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            var parts = pair.split("=", 2);
            var name = decoded(parts[0], parts[0]);
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(parts.length == 1 ? "" : decoded(name, parts[1]));
        });
        return values;
    }

    private String decoded(String name, String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.chars().noneMatch(c -> c == '\uFFFD' || Character.isISOControl(c) && c != '\t')) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // a percent sign that begins nothing
        }
        faults.add(new Fault(name, "infoText.unreadable", null));
        return "";
    }

    private NoticeQuery query() {
        var text = text(TEXT, NoticeQuery.LONGEST);
        var facets = new EnumMap<Facet, String>(Facet.class);
        for (var facet : Facet.of(category)) {
            var value = text(facet.parameter(), facet == Facet.REASON ? NoticeField.REASON.longest() : LONGEST_VALUE);
            if (value != null) {
                facets.put(facet, vocabulary.value(facet, value));
                if (!SHAPES.getOrDefault(facet, ANYTHING).matcher(value).matches()) {
                    faults.add(new Fault(facet.parameter(), "infoText.monthShape", null));
                }
            }
        }
        var conditions = new EnumMap<NoticeField, String>(NoticeField.class);
        for (var field : conditions(category)) {
            var value = condition(field);
            if (value != null) {
                conditions.put(field, value);
            }
        }
        var published = days(FROM, TO);
        var effective = hasEffectiveDay(category) ? days(EFFECTIVE_FROM, EFFECTIVE_TO) : Days.ANY;
        var order = oneOf(SORT, List.of(BEST, NEWEST));
        return new NoticeQuery(
                category, text == null ? "" : text, facets, conditions, published, effective, NEWEST.equals(order));
    }

    private String condition(NoticeField field) {
        var value = text(field.element(), NoticeQuery.LONGEST);
        if (value == null) {
            return null;
        }
        if (field.kind() == Kind.VALIDITY
                && Stream.of(Validity.values()).noneMatch(v -> v.name().equals(value))) {
            faults.add(new Fault(
                    field.element(),
                    "infoText.oneOf",
                    Stream.of(Validity.values()).map(Enum::name).collect(Collectors.joining(", "))));
        } else if (field.kind() == Kind.DIGITS && !value.replaceAll("[ .]", "").matches("[0-9]{2,13}")) {
            faults.add(new Fault(field.element(), "infoText.digitsShape", null));
        }
        return field.kind() == Kind.DIGITS ? value.replaceAll("[ .]", "") : value;
    }

    private String text(String name, int longest) {
        var value = sent.getOrDefault(name, List.of("")).get(0).strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.length() > longest) {
            faults.add(new Fault(name, "infoText.tooLong", longest));
        }
        asked.put(name, value);
        return value;
    }

    private Days days(String first, String last) {
        var days = new Days(day(first), day(last));
        if (days.from() != null && days.to() != null && days.from().isAfter(days.to())) {
            faults.add(new Fault(last, "infoText.dateOrder", days.from()));
        }
        return days;
    }

    private LocalDate day(String name) {
        var text = text(name, LONGEST_VALUE);
        try {
            var day = text == null ? null : LocalDate.parse(text);
            if (day == null || day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        faults.add(new Fault(name, "infoText.dateShape", null));
        return null;
    }

    /** A whole number from 1 to the most allowed. */
    public int number(String name, int otherwise, int most) {
        var text = text(name, LONGEST_VALUE);
        asked.remove(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > most) {
            faults.add(new Fault(name, "infoText.numberShape", most));
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    /** One of these words; the first when it is left out. */
    public String oneOf(String name, List<String> words) {
        var text = text(name, LONGEST_VALUE);
        if (text != null && !words.contains(text)) {
            faults.add(new Fault(name, "infoText.oneOf", String.join(", ", words)));
        }
        return text == null ? words.get(0) : text;
    }

    /** The number of a page of this size among the hits that can be turned to. */
    public int page(int size) {
        return number(PAGE, 1, NoticeSearch.MOST_HITS / size);
    }

    /** For callers who want to hear of every slip: names that mean nothing, and values given twice. */
    public void allowOnly(Set<String> names) {
        sent.forEach((name, values) -> {
            if (!names.contains(name)) {
                faults.add(new Fault(name, "infoText.unknownParameter", String.join(", ", names)));
            } else if (values.size() > 1) {
                faults.add(new Fault(name, "infoText.repeated", null));
            }
        });
    }

    public InfoCategory category() {
        return category;
    }

    /** What is asked, as far as it was understood; worth nothing when there are faults. */
    public NoticeQuery asked() {
        return query;
    }

    /** What was given for a parameter; nothing when it was left out. */
    public String asked(String name) {
        return asked.getOrDefault(name, "");
    }

    public List<Fault> faults() {
        return faults;
    }

    /** What follows the path of an address that asks the same but for these parameters; null takes one away. */
    public String with(Map<String, String> others) {
        var parameters = new LinkedHashMap<>(asked);
        parameters.keySet().removeAll(others.keySet());
        parameters.putAll(others);
        var query = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** True when nothing but a whole category is asked for. */
    public boolean isPlain() {
        return asked.isEmpty();
    }

    /** The fields that have a condition of their own in this category (Q7). */
    public static List<NoticeField> conditions(InfoCategory category) {
        return CONDITIONS.get(category);
    }

    /** The facets that can be typed, too. */
    public static List<Facet> typed(InfoCategory category) {
        return Facet.of(category).stream().filter(TYPED::contains).toList();
    }

    public static boolean hasEffectiveDay(InfoCategory category) {
        return NoticeField.of(category).contains(NoticeField.EFFECTIVE_ON);
    }

    /** Names of all conditions of a category, as they stand in addresses. */
    public static Set<String> parameters(InfoCategory category) {
        var names = new LinkedHashSet<String>();
        names.add(TEXT);
        Facet.of(category).forEach(facet -> names.add(facet.parameter()));
        conditions(category).forEach(field -> names.add(field.element()));
        names.addAll(List.of(FROM, TO));
        if (hasEffectiveDay(category)) {
            names.addAll(List.of(EFFECTIVE_FROM, EFFECTIVE_TO));
        }
        return names;
    }
}
