package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.Supplier;
import org.suyuan.identity.Caller;
import org.suyuan.shared.Settings;

/**
 * What every answer tells the browser. Pages are never kept, so that Back shows no data after 安全退出; scripts, styles
 * and QR images may be. The content security policy comes from PrimeFaces, which adds its nonce to it; when a page breaks
 * while it is written, the policy of the error page replaces that of the broken page, since browsers obey both. Pages that
 * speak to the card control, to sign in, to bind a card or to watch it, may connect to it.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** For what is no page; pages bring a policy of their own, which takes its place. */
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    @Inject
    private transient Caller caller;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        if (settings.isSecure()) { // browsers ignore both without https, and complain about the first
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        var path = request.getServletPath();
        if (!path.startsWith("/jakarta.faces.resource/") && !path.equals("/qr")) {
            response.setHeader("Cache-Control", "no-store");
        }
        var page = request.getRequestURI().substring(request.getContextPath().length());
        if (page.startsWith("/n/") || page.startsWith("/reset/")) { // the address is the right to read, or to change
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        }
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Content-Security-Policy", NOTHING);
        chain.doFilter(request, new OnePolicy(response, () -> connections(request)));
    }

    private String connections(HttpServletRequest request) {
        var page = request.getRequestURI().substring(request.getContextPath().length());
        var usesCard = page.equals("/login")
                || page.equals("/org/cards")
                || caller.card().isPresent();
        return usesCard ? "connect-src 'self' " + settings.cardControl() + "; " : "";
    }

    private static final class OnePolicy extends HttpServletResponseWrapper {

        private final Supplier<String> connections;

        OnePolicy(HttpServletResponse response, Supplier<String> connections) {
            super(response);
            this.connections = connections;
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase("Content-Security-Policy")) {
                setHeader(name, connections.get() + value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
