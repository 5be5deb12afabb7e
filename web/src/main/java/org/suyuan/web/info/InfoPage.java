package org.suyuan.web.info;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.foodsafety.Validity;
import org.suyuan.foodsafety.Vocabulary;
import org.suyuan.shared.Settings;
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
    private static final Set<Facet> DRAWN_ONLY = Set.of(Facet.MONTH, Facet.REASON);
    private static final Map<InfoCategory, List<NoticeField>> BRIEF = Map.of(
            InfoCategory.LAW,
            List.of(NoticeField.VALIDITY, NoticeField.DOCUMENT_NO, NoticeField.EFFECTIVE_ON),
            InfoCategory.STANDARD,
            List.of(NoticeField.VALIDITY, NoticeField.EFFECTIVE_ON, NoticeField.REPLACES),
            InfoCategory.RISK,
            List.of(NoticeField.COUNTRY, NoticeField.FOOD_CATEGORY, NoticeField.HAZARD_GROUP, NoticeField.LEVEL),
            InfoCategory.DENIED_ENTRY,
            List.of(NoticeField.COUNTRY, NoticeField.FOOD_CATEGORY, NoticeField.HS_CODE, NoticeField.PORT));
    private static final Set<String> LABELLED =
            Set.of("q", "from", "to", "effectiveFrom", "effectiveTo", "page", "sort");

    /** A value of a facet as it is shown: its name, how many hits, and the address that narrows down to it. */
    public record Choice(String name, long count, String address) {}

    /** A facet with its values. */
    public record Choices(String key, List<Choice> values) {}

    /** What the hits are narrowed down to, and the address without it. */
    public record Chosen(String name, String address) {}

    @Inject
    private NoticeSearch search;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private Language language;

    @Inject
    private Answers answers;

    @Inject
    private Settings settings;

    @Inject
    @Param(pathIndex = 0)
    private String path;

    @Inject
    @Param(pathIndex = 1)
    private String number;

    private InfoCategory category;
    private NoticeRequest request;
    private NoticeDetail detail;
    private NoticeHits hits;
    private Highlights highlights;
    private int page = 1;

    public void open() {
        category = InfoCategory.ofPath(path).orElse(null);
        if (category == null) {
            Faces.responseSendError(404, null);
            return;
        }
        request = new NoticeRequest(category, Faces.getRequestQueryString(), vocabulary);
        if (number == null) {
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
        highlights = search.highlights(request.asked().text());
    }

    private void list() {
        page = request.page(PAGE);
        if (request.faults().isEmpty()) {
            hits = search.search(request.asked(), (page - 1) * PAGE, PAGE);
            highlights = hits.highlights();
        } else {
            Faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
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
        return request.faults().stream()
                .map(fault -> label(fault.parameter()) + ": " + answers.text(fault.key(), fault.argument()))
                .toList();
    }

    /** How the form calls a parameter. */
    private String label(String parameter) {
        for (var field : getConditions()) {
            if (field.element().equals(parameter)) {
                return answers.text(String.join(".", "infoText", "field", field.name()));
            }
        }
        for (var facet : Facet.of(category)) {
            if (facet.parameter().equals(parameter)) {
                return answers.text(String.join(".", "infoText", "facet", facet.name()));
            }
        }
        return LABELLED.contains(parameter) ? answers.text(String.join(".", "infoText", parameter)) : parameter;
    }

    public Highlights getMarks() {
        return highlights;
    }

    public int getPage() {
        return page;
    }

    /** What was typed into this field of the form. */
    public String asked(String name) {
        return request.asked(name);
    }

    /** True for anything but a whole tab: search engines need no combinations. */
    public boolean isNarrowed() {
        return !request.isPlain() || page > 1;
    }

    public Instant getAsOf() {
        return search.asOf(category).orElse(null);
    }

    public List<NoticeField> getConditions() {
        return NoticeRequest.conditions(category);
    }

    /** The facets that can be typed, too. */
    public List<Facet> getTyped() {
        return NoticeRequest.typed(category);
    }

    /** How the form shows what a facet is narrowed down to. */
    public String typed(Facet facet) {
        var value = request.asked().facets().get(facet);
        return value == null ? "" : vocabulary.name(facet, value, language.getLocale());
    }

    /** Facets that the form keeps though it does not show them. */
    public List<Facet> getKept() {
        return request.asked().facets().keySet().stream()
                .filter(facet -> !getTyped().contains(facet))
                .toList();
    }

    public boolean isWithEffectiveDay() {
        return NoticeRequest.hasEffectiveDay(category);
    }

    public Validity[] getValidities() {
        return Validity.values();
    }

    public List<Choices> getChoices() {
        return hits.facets().entrySet().stream()
                .filter(facet ->
                        !request.asked().facets().containsKey(facet.getKey()) && !DRAWN_ONLY.contains(facet.getKey()))
                .map(facet -> new Choices(
                        facet.getKey().name(),
                        facet.getValue().stream()
                                .limit(SHOWN_VALUES)
                                .map(count -> choice(facet.getKey(), count))
                                .toList()))
                .toList();
    }

    /** Charts of the hits, when there are any. */
    public List<Figure> getFigures() {
        return Figure.of(category).stream()
                .filter(facet -> hits.facets().containsKey(facet))
                .map(facet -> Figure.of(
                        facet,
                        hits.facets().get(facet),
                        value -> vocabulary.name(facet, value, language.getLocale()),
                        value -> address(facet.parameter(), value)))
                .toList();
    }

    private Choice choice(Facet facet, FacetCount count) {
        return new Choice(
                vocabulary.name(facet, count.value(), language.getLocale()),
                count.count(),
                address(facet.parameter(), count.value()));
    }

    public List<Chosen> getChosen() {
        return request.asked().facets().entrySet().stream()
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
        return tab(category) + request.with(Collections.singletonMap(name, value));
    }

    /** What is asked as open data: {@code /atom}, {@code /csv}, or nothing for JSON. */
    public String data(String form) {
        return Faces.getRequestContextPath() + "/api/v1/food-safety/" + category.path() + form
                + request.with(form.isEmpty() ? Map.of() : languageAndNoOrder());
    }

    /** The notice as open data. */
    public String getDetailData() {
        return Faces.getRequestContextPath() + "/api/v1/food-safety/" + category.path() + "/" + number;
    }

    private Map<String, String> languageAndNoOrder() {
        var parameters = new HashMap<String, String>();
        parameters.put("sort", null);
        parameters.put("lang", language.isEnglish() ? "en" : "zh");
        return parameters;
    }

    /** Where this page is found, without what is only marked in it. */
    public String getCanonical() {
        return settings.baseUrl() + "/public/info/" + category.path() + (detail == null ? "" : "/" + number);
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

    /** What a list says of a notice beside its title, on one line. */
    public String brief(Notice notice) {
        return BRIEF.get(category).stream()
                .filter(field -> notice.get(field) != null)
                .map(field -> answers.text(String.join(".", "infoText", "field", field.name()))
                        + (language.isEnglish() ? ": " : "：")
                        + worded(field, notice.get(field)))
                .collect(Collectors.joining(" · "));
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
