package org.suyuan.web.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;

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
}
