package org.suyuan.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;

/** The language of the pages: Chinese, unless this browser chose English. */
@Named
@RequestScoped
public class Language {

    static final String COOKIE = "suyuan-language";

    @Inject
    private HttpServletRequest request;

    public Locale getLocale() {
        var cookies = request.getCookies();
        return cookies != null && Stream.of(cookies).anyMatch(Language::asksForEnglish)
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }

    /** Value of {@code html lang}. */
    public String getTag() {
        return getLocale().toLanguageTag();
    }

    public boolean isEnglish() {
        return getLocale().equals(Locale.ENGLISH);
    }

    private static boolean asksForEnglish(Cookie cookie) {
        return COOKIE.equals(cookie.getName()) && "en".equals(cookie.getValue());
    }
}
