package org.suyuan.web.portal;

import jakarta.faces.application.ResourceHandler;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.suyuan.shared.DatabaseWatch;

/**
 * While the database cannot be reached, what needs it is answered with status 503 and the words that nothing was saved. A page
 * that stands open stays as it is, with all that was typed: its script shows the words. The authentication mechanism does
 * likewise for those who are signed in, and {@link org.suyuan.web.api} for programs.
 */
public class WithoutDatabase extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern NEEDS_NONE =
            Pattern.compile(ResourceHandler.RESOURCE_IDENTIFIER + "/.*|/+(health|metrics|api)(/.*)?");

    @Inject
    private transient DatabaseWatch database;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (database.isAbsent() && !NEEDS_NONE.matcher(request.getServletPath()).matches()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !database.isCauseOf(e)) {
                throw e;
            }
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
