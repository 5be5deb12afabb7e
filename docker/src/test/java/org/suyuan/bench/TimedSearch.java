package org.suyuan.bench;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.suyuan.foodsafety.Days;
import org.suyuan.foodsafety.Facet;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeQuery;
import org.suyuan.foodsafety.NoticeSearch;

/** {@code GET /timed-search?q=…&country=…&page=…}: searches risks in the server and answers nanoseconds and hits. */
@WebServlet("/timed-search")
public class TimedSearch extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    @Inject
    private transient NoticeSearch search;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var facets = new EnumMap<Facet, String>(Facet.class);
        for (var facet : Facet.values()) {
            Optional.ofNullable(request.getParameter(facet.parameter())).ifPresent(value -> facets.put(facet, value));
        }
        int page = Integer.parseInt(
                Optional.ofNullable(request.getParameter("page")).orElse("1"));
        var text = Optional.ofNullable(request.getParameter("q")).orElse("");
        var query = new NoticeQuery(InfoCategory.RISK, text, facets, Map.of(), Days.ANY, Days.ANY, false);
        long begun = System.nanoTime();
        var hits = search.search(query, (page - 1) * PAGE, PAGE);
        long took = System.nanoTime() - begun;
        response.getWriter().print(took + " " + hits.count());
    }
}
