package org.suyuan.web.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Refuses, before reading it, what is larger than any upload that is taken here, an upload that does not say how large it is
 * (browsers do), and one whose parts nobody can tell apart; the server itself would call each of them its own error.
 */
@WebFilter("/*")
public class LargeRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** As max-request-size in web.xml. */
    private static final long LARGEST = 24L * 1024 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var refusal = refusal(request);
        if (refusal == 0) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Connection", "close");
            response.sendError(refusal);
        }
    }

    /** Status code that says why, or 0. */
    private static int refusal(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (length > LARGEST) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/")) {
            return 0;
        }
        if (length < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        return type.contains("boundary=") ? 0 : HttpServletResponse.SC_BAD_REQUEST;
    }
}
