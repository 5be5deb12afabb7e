package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.suyuan.shared.Settings;

/** When the portal itself speaks https, whoever comes in the clear is sent there. Staff on the private listener are not. */
@WebFilter("/*")
public class HttpsOnly extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (settings.tlsPort().isEmpty() || request.isSecure() || isPrivate(request)) {
            chain.doFilter(request, response);
        } else {
            var query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(
                    "Location", settings.baseUrl() + request.getRequestURI() + (query == null ? "" : "?" + query));
        }
    }

    private boolean isPrivate(HttpServletRequest request) {
        return settings.privatePort()
                .filter(port -> port == request.getLocalPort())
                .isPresent();
    }
}
