package org.suyuan.web.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives each request a number, by which an operator's complaint is found in the log: it stands in the answer, on error pages
 * and, as long as the request is served, at the end of the thread's name in each line of the log.
 */
public class RequestNumber extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(RequestNumber.class.getName());
    private static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "requestNumber"; // for error pages

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var number = UUID.randomUUID().toString();
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
}
