package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.suyuan.shared.ClientAddress;

/**
 * Gives each request a number, by which an operator's complaint is found in the log: it stands in the answer, on error pages
 * and, as long as the request is served, at the end of the thread's name in each line of the log. A listed proxy may have
 * given it one already, which stands in the log of the proxy too.
 */
public class RequestNumber extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(RequestNumber.class.getName());
    private static final String HEADER = "X-Request-Id";
    private static final Pattern OF_A_PROXY =
            Pattern.compile("[A-Za-z0-9-]{8,64}"); // it is written into logs and pages
    private static final String ATTRIBUTE = "requestNumber"; // for error pages

    @Inject
    private transient ClientAddress address;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var number = number(request);
        request.setAttribute(ATTRIBUTE, number);
        response.setHeader(HEADER, number);
        var thread = Thread.currentThread();
        var name = thread.getName();
        thread.setName(name + " request " + number);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            // the container says why, when this thread has its own name again
            LOG.log(Level.INFO, () -> request.getMethod() + " " + request.getRequestURI() + " failed: " + e);
            throw e;
        } finally {
            thread.setName(name);
        }
    }

    private String number(HttpServletRequest request) {
        var given = request.getHeader(HEADER);
        return given != null && OF_A_PROXY.matcher(given).matches() && address.isOfProxy(request)
                ? given
                : UUID.randomUUID().toString();
    }
}
