package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.suyuan.shared.Settings;

/** Ends sessions that nobody used for as long as {@code suyuan.session-minutes} says. */
@WebListener
public class SessionTime implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setSessionTimeout(settings.sessionMinutes());
    }
}
