package org.suyuan.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeQuery;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.foodsafety.Vocabulary;
import org.suyuan.web.info.NoticeRequest;

/** One category of the food-safety information: a list, a notice, a feed for each question, and a table. */
@Path("food-safety/{category}")
@RequestScoped
public class FoodSafetyData {

    /** Notices that one table holds at most. */
    static final int MOST_EXPORTED = 10_000;

    private static final int MOST_LISTED = 100;
    private static final int LISTED = 20;
    private static final int FED = 50;
    private static final String JSON = "application/json;charset=utf-8";
    private static final String ATOM = "application/atom+xml;charset=utf-8";
    private static final String CSV = "text/csv;charset=utf-8";
    private static final String LANGUAGE = "lang";

    @Inject
    private NoticeSearch search;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private NoticeJson json;

    @Inject
    private NoticeFeed feed;

    @Inject
    private NoticeTable table;

    @Inject
    private Kept kept;

    @Context
    private HttpServletRequest asked;

    @PathParam("category")
    private String path;

    /** The hits, page by page, with their facets. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        var wanted = wanted(NoticeRequest.SORT, NoticeRequest.PAGE, NoticeRequest.SIZE);
        int size = wanted.number(NoticeRequest.SIZE, LISTED, MOST_LISTED);
        int page = wanted.page(size);
        refuse(wanted);
        var hits = search.search(wanted.asked(), (page - 1) * size, size);
        return answer(
                JSON,
                search.changedAt(wanted.category()),
                json.list(wanted, hits, page, size, search.asOf(wanted.category())));
    }

    /** All that is known of one notice. */
    @GET
    @Path("{id: [0-9]+}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response notice(@PathParam("id") long id) {
        var wanted = new NoticeRequest(category(), asked.getQueryString(), vocabulary);
        wanted.allowOnly(Set.of());
        refuse(wanted);
        var detail = search.detail(wanted.category(), id).orElseThrow(NotFoundException::new);
        return answer(JSON, Optional.of(detail.notice().receivedAt()), json.detail(detail));
    }

    /** The newest hits as a feed. */
    @GET
    @Path("atom")
    @Produces(MediaType.APPLICATION_ATOM_XML)
    public Response atom() {
        var wanted = wanted(NoticeRequest.PAGE, NoticeRequest.SIZE, LANGUAGE);
        int size = wanted.number(NoticeRequest.SIZE, FED, MOST_LISTED);
        int page = wanted.page(size);
        var language = language(wanted);
        refuse(wanted);
        var query = newestFirst(wanted.asked());
        var hits = search.search(query, (page - 1) * size, size);
        return answer(
                ATOM,
                search.changedAt(wanted.category()),
                feed.of(wanted, hits, page, size, search.asOf(wanted.category()), language));
    }

    /** The newest hits as a table for spreadsheets. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv() {
        var wanted = wanted(LANGUAGE);
        var language = language(wanted);
        refuse(wanted);
        var ids = search.newest(wanted.asked(), MOST_EXPORTED);
        var changed = search.changedAt(wanted.category());
        StreamingOutput whole = out -> table.write(wanted.category(), ids, language, out);
        return kept.answer(
                changed,
                ids + " " + changed + language,
                () -> Response.ok(whole, CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + wanted.category().path() + ".csv\""));
    }

    private Response answer(String type, Optional<Instant> changed, String text) {
        return kept.answer(changed, text, () -> Response.ok(text.getBytes(StandardCharsets.UTF_8), type));
    }

    private InfoCategory category() {
        return InfoCategory.ofPath(path).orElseThrow(NotFoundException::new);
    }

    private NoticeRequest wanted(String... more) {
        var wanted = new NoticeRequest(category(), asked.getQueryString(), vocabulary);
        wanted.allowOnly(Stream.concat(NoticeRequest.parameters(wanted.category()).stream(), Stream.of(more))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        return wanted;
    }

    private static Locale language(NoticeRequest wanted) {
        return wanted.oneOf(LANGUAGE, List.of("zh", "en")).equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private void refuse(NoticeRequest wanted) {
        if (!wanted.faults().isEmpty()) {
            throw Problem.of(asked.getLocale(), wanted.faults());
        }
    }

    private static NoticeQuery newestFirst(NoticeQuery query) {
        return new NoticeQuery(
                query.category(),
                query.text(),
                query.facets(),
                query.conditions(),
                query.published(),
                query.effective(),
                true);
    }
}
