package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.suyuan.shared.Settings;

/** The server's health and figures are for the private listener alone, and it has nothing else. */
@WebFilter("/*")
public class PrivateListener extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern FOR_STAFF = Pattern.compile("/+(health|metrics)(/.*)?");

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean asked =
                FOR_STAFF.matcher(request.getServletPath()).matches(); // as it was understood, not as it was written
        boolean here = settings.privatePort()
                .filter(port -> port == request.getLocalPort())
                .isPresent();
        if (asked == here) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
