package org.suyuan.web.info;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.foodsafety.Facet;
import org.suyuan.foodsafety.Highlights;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeDetail;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeField.Kind;
import org.suyuan.foodsafety.NoticeHits;
import org.suyuan.foodsafety.NoticeHits.FacetCount;
import org.suyuan.foodsafety.NoticeQuery;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.foodsafety.Validity;
import org.suyuan.foodsafety.Vocabulary;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Language;

/**
 * {@code /public/info/risk?q=…&country=…&page=2} lists notices, {@code /public/info/risk/17} shows one (Q1 to Q8). All that
 * is asked stands in the address, so that it can be shared and works without scripts.
 */
@Named("info")
@RequestScoped
public class InfoPage {

    private static final int PAGE = 20;
    private static final int MOST_PAGES = NoticeSearch.MOST_HITS / PAGE;
    private static final int SHOWN_VALUES = 12;
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

    /** A value of a facet as it is shown: its name, how many hits, and the address that narrows down to it. */
    public record Choice(String name, long count, String address) {}

    /** A facet with its values. */
    public record Choices(String key, List<Choice> values) {}

    /** What the hits are narrowed down to, and the address without it. */
    public record Chosen(String name, String address) {}

    /** Worded when the page is written: only then is its language known to Faces. */
    private record Fault(String key, int limit) {}

    @Inject
    private NoticeSearch search;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private Language language;

    @Inject
    private Answers answers;

    @Inject
    @Param(pathIndex = 0)
    private String path;

    @Inject
    @Param(pathIndex = 1)
    private String number;

    private final Map<String, String> asked = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Facet, String> narrowed = new EnumMap<>(Facet.class);
    private InfoCategory category;
    private NoticeDetail detail;
    private NoticeHits hits;
    private Highlights highlights;
    private int page = 1;

    public void open() {
        category = InfoCategory.ofPath(path).orElse(null);
        if (category == null) {
            Faces.responseSendError(404, null);
        } else if (number == null) {
            list();
        } else {
            show();
        }
    }

    private void show() {
        detail = number.matches("[0-9]{1,18}")
                ? search.detail(category, Long.parseLong(number)).orElse(null)
                : null;
        if (detail == null) {
            Faces.responseSendError(404, null);
            return;
        }
        var text = parameter("q", NoticeQuery.LONGEST);
        highlights = search.highlights(text == null ? "" : text);
    }

    private void list() {
        var text = parameter("q", NoticeQuery.LONGEST);
        for (var facet : Facet.of(category)) {
            var value = parameter(facet.parameter(), 100);
            if (value != null) {
                narrowed.put(facet, value);
            }
        }
        var conditions = new EnumMap<NoticeField, String>(NoticeField.class);
        for (var field : getConditions()) {
            var value = parameter(field.element(), NoticeQuery.LONGEST);
            if (value != null) {
                conditions.put(field, value);
            }
        }
        var query = new NoticeQuery(
                category,
                text == null ? "" : text,
                narrowed,
                conditions,
                day("from"),
                day("to"),
                "newest".equals(parameter("sort", 10)));
        page = pageNumber();
        if (faults.isEmpty()) {
            hits = search.search(query, (page - 1) * PAGE, PAGE);
            highlights = hits.highlights();
        }
    }

    private String parameter(String name, int longest) {
        var value = sent(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        asked.put(name, value.strip());
        if (value.length() > longest) {
            faults.add(new Fault("infoText.tooLong", longest));
        } else if (value.indexOf('\0') >= 0) {
            faults.add(new Fault("infoText.unreadable", 0));
        }
        return value.strip();
    }

    /** Read from the address itself, as UTF-8: the server would take it for Latin-1. */
    private String sent(String name) {
        try {
            var values = Faces.getRequestQueryStringMap().get(name);
            return values == null || values.isEmpty() ? null : values.get(0);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("infoText.unreadable", 0));
            return null;
        }
    }

    private LocalDate day(String name) {
        var text = parameter(name, 10);
        try {
            var day = text == null ? null : LocalDate.parse(text);
            if (day == null || day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        faults.add(new Fault("infoText.dateShape", 0));
        return null;
    }

    private int pageNumber() {
        var text = parameter("page", 10);
        asked.remove("page");
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > MOST_PAGES) {
            faults.add(new Fault("infoText.pageShape", MOST_PAGES));
            return 1;
        }
        return Integer.parseInt(text);
    }

    public InfoCategory getCategory() {
        return category;
    }

    public InfoCategory[] getCategories() {
        return InfoCategory.values();
    }

    public NoticeDetail getDetail() {
        return detail;
    }

    public NoticeHits getHits() {
        return hits;
    }

    /** What is wrong with the address, in words; nothing is searched then. */
    public List<String> getFaults() {
        return faults.stream()
                .map(fault -> answers.text(fault.key(), fault.limit()))
                .toList();
    }

    public Highlights getMarks() {
        return highlights;
    }

    public int getPage() {
        return page;
    }

    /** What was typed into this field of the form. */
    public String asked(String name) {
        return asked.getOrDefault(name, "");
    }

    /** True for anything but a whole tab: search engines need no combinations. */
    public boolean isNarrowed() {
        return !asked.isEmpty() || page > 1;
    }

    public Instant getAsOf() {
        return search.asOf(category).orElse(null);
    }

    public List<NoticeField> getConditions() {
        return CONDITIONS.get(category);
    }

    public Validity[] getValidities() {
        return Validity.values();
    }

    public List<Choices> getChoices() {
        return hits.facets().entrySet().stream()
                .filter(facet -> !narrowed.containsKey(facet.getKey()))
                .map(facet -> new Choices(
                        facet.getKey().name(),
                        facet.getValue().stream()
                                .limit(SHOWN_VALUES)
                                .map(count -> choice(facet.getKey(), count))
                                .toList()))
                .toList();
    }

    private Choice choice(Facet facet, FacetCount count) {
        return new Choice(
                vocabulary.name(facet, count.value(), language.getLocale()),
                count.count(),
                address(facet.parameter(), count.value()));
    }

    public List<Chosen> getChosen() {
        return narrowed.entrySet().stream()
                .map(facet -> new Chosen(
                        vocabulary.name(facet.getKey(), facet.getValue(), language.getLocale()),
                        address(facet.getKey().parameter(), null)))
                .toList();
    }

    public String getPreviousPage() {
        return page > 1 ? address("page", String.valueOf(page - 1)) : null;
    }

    public String getNextPage() {
        return page < MOST_PAGES && hits.count() > (long) page * PAGE
                ? address("page", String.valueOf(page + 1))
                : null;
    }

    private String address(String name, String value) {
        var parameters = new LinkedHashMap<>(asked);
        parameters.remove(name);
        if (value != null) {
            parameters.put(name, value);
        }
        var query = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return tab(category) + (query.isEmpty() ? "" : "?" + query);
    }

    public String tab(InfoCategory tab) {
        return Faces.getRequestContextPath() + "/public/info/" + tab.path();
    }

    /** The page of a notice, where what was searched for is marked, too. */
    public String address(Notice notice) {
        var text = asked("q");
        return tab(category) + "/" + notice.id()
                + (text.isEmpty() ? "" : "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    public String authority(String source) {
        return vocabulary.authority(source, language.getLocale());
    }

    /** The fields of a notice that a page lists, without the long texts. */
    public List<NoticeField> facts(Map<NoticeField, String> values) {
        return values.keySet().stream()
                .filter(field ->
                        field != NoticeField.TITLE && field != NoticeField.BODY && field.kind() != Kind.ADDRESS)
                .toList();
    }

    /** What a field says, with names in the place of codes. */
    public String worded(NoticeField field, String value) {
        return switch (field) {
            case COUNTRY, FOOD_CATEGORY, HAZARD_GROUP ->
                List.of(value.split(";")).stream()
                        .map(code -> vocabulary.name(Facet.valueOf(field.name()), code, language.getLocale()))
                        .collect(Collectors.joining(language.isEnglish() ? ", " : "\u3001"));
            case VALIDITY -> answers.text(String.join(".", "infoText", "validity", value));
            default -> value;
        };
    }
}
