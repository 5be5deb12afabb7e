package org.suyuan.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;

/** The cookie by which {@link KnownBrowsers} knows a browser again; it signs nobody in. */
final class BrowserCookie {

    private static final String NAME = "suyuan-browser";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private BrowserCookie() {}

    /** What it says, or null. */
    static String of(HttpServletRequest request) {
        return request.getCookies() == null
                ? null
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(NAME)
                                || cookie.getName().equals(SECURE_NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    static void set(HttpServletResponse response, String token, boolean secure) {
        var cookie = new Cookie(secure ? SECURE_NAME : NAME, token);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) KnownBrowsers.MEMORY.toSeconds());
        response.addCookie(cookie);
    }
}
