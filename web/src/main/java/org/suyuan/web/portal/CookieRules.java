package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.suyuan.shared.Settings;

/** The session cookie never travels in the clear when the public reaches the portal by https. */
@WebListener
public class CookieRules implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().getSessionCookieConfig().setSecure(settings.isSecure());
    }
}
