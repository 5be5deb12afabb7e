package org.suyuan.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** Light or dark pages: as the user's system asks, unless this browser chose otherwise. The choice is made by script. */
@Named
@RequestScoped
public class Appearance {

    private static final String COOKIE = "suyuan-look";

    @Inject
    private HttpServletRequest request;

    /** The media query under which the dark stylesheet holds. */
    public String getDarkWhen() {
        return isDark() ? "all" : isLight() ? "not all" : "(prefers-color-scheme: dark)";
    }

    /** What the browser paints before any stylesheet has come. */
    public String getColorScheme() {
        return isDark() ? "dark" : isLight() ? "light" : "light dark";
    }

    public boolean isDark() {
        return chosen("dark");
    }

    private boolean isLight() {
        return chosen("light");
    }

    private boolean chosen(String look) {
        var cookies = request.getCookies();
        return cookies != null && Stream.of(cookies).anyMatch(cookie -> asksFor(look, cookie));
    }

    private static boolean asksFor(String look, Cookie cookie) {
        return COOKIE.equals(cookie.getName()) && look.equals(cookie.getValue());
    }
}
