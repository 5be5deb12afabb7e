package org.suyuan.web.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.omnifaces.config.WebXml;

/**
 * Forms that cannot be taken through no fault of the portal: too old, forged, or of another enterprise. Whoever sent one gets
 * status 400 and the words of the page that {@code web.xml} names for it. The server itself would show that page, but with a
 * warning and a trace in the log each time.
 */
public class RefusedForms extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String WORDS = "refusedForm"; // for the error page of status 400

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            var reason = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            var page = WebXml.instance().getErrorPageLocations().get(reason.getClass());
            if (page == null || response.isCommitted()) {
                throw e;
            }
            request.setAttribute(WORDS, "error." + page.replaceFirst(".*/(\\w+)\\.xhtml", "$1"));
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
