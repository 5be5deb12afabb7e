package org.suyuan.web.portal;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.csp.CspException;

/**
 * Error pages do not look at the request that went wrong, which may be forged: they would break in the same way. When one
 * breaks all the same, as without a database, a few words take its place, and not the server's own page, which tells what
 * server it is and what broke.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR)
public class ErrorPages extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String TEXTS = "org.suyuan.web.portal.Texts";
    private static final Logger LOG = Logger.getLogger(ErrorPages.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var broken = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (broken instanceof ViewExpiredException
                || broken instanceof CspException) { // a form that is too old, or forged
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        try {
            chain.doFilter(new BareRequest(request), response);
        } catch (ServletException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "No error page for " + request.getRequestURI());
            if (!response.isCommitted()) {
                response.resetBuffer();
                response.setContentType("text/plain;charset=UTF-8");
                for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                    response.getWriter()
                            .println(ResourceBundle.getBundle(TEXTS, language).getString("error.500.advice"));
                }
            }
        }
    }

    private static final class BareRequest extends HttpServletRequestWrapper {

        BareRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
