package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.suyuan.shared.Settings;

/**
 * The session cookie never travels in the clear when the public reaches the portal by https, and by its name browsers take
 * it from nobody but this host.
 */
@WebListener
public class CookieRules implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        var cookie = start.getServletContext().getSessionCookieConfig();
        cookie.setSecure(settings.isSecure());
        if (settings.isSecure()) {
            cookie.setName("__Host-suyuan");
            cookie.setPath("/");
        }
    }
}
