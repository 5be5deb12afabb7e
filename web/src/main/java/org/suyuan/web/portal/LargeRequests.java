package org.suyuan.web.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses, before reading it, what is larger than any upload that is taken here; the server itself would call it its own error. */
@WebFilter("/*")
public class LargeRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** As max-request-size in web.xml, which holds against those that do not say how long they are. */
    private static final long LARGEST = 24L * 1024 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > LARGEST) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
