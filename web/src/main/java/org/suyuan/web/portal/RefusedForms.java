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
 * status 400 and the page that {@code web.xml} names for it. The server itself would do so, too, but with a warning and a
 * trace in the log for each.
 */
public class RefusedForms extends HttpFilter {

    private static final long serialVersionUID = 1L;

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
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            request.getRequestDispatcher(page).forward(new BareRequest(request), response);
        }
    }
}
