package org.suyuan.web.portal;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives the copies of one session the same contents. When a node has died, the tabs of a workspace come to another one at the same
 * moment; that one does not know the session yet, and Payara reads it from the data grid for each request and goes on with
 * the copy read last. What the other requests put into theirs would be lost: pages just opened would have expired.
 *
 * <p>Of two copies the one that has seen more requests is the later one. An earlier one, of the time before the session was at
 * another node, is left alone.
 */
@WebListener
public class SessionCopies
        implements HttpSessionListener, HttpSessionAttributeListener, HttpSessionIdListener, ServletRequestListener {

    private static final String REQUESTS = "org.suyuan.requests";

    private final Map<String, Copies> read = new ConcurrentHashMap<>();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        var session = ((HttpServletRequest) event.getServletRequest()).getSession(false);
        if (session != null) {
            var requests = requests(session);
            if (requests == null) {
                session.setAttribute(REQUESTS, new AtomicInteger(1));
            } else {
                requests.incrementAndGet();
            }
        }
    }

    /** Also called for what was read from the grid, before any request gets hold of it. */
    @Override
    public void sessionCreated(HttpSessionEvent event) {
        var copy = event.getSession();
        var requests = requests(copy);
        if (requests != null) {
            read.compute(copy.getId(), (id, known) -> {
                var before = known == null ? List.<HttpSession>of() : known.all();
                if (before.isEmpty() || known.requests().get() < requests.get()) {
                    return Copies.of(copy, requests);
                }
                share(before.get(0), copy);
                known.sessions().add(copy);
                return known;
            });
        }
    }

    private static void share(HttpSession from, HttpSession to) {
        var names = Collections.list(from.getAttributeNames());
        names.forEach(name -> to.setAttribute(name, from.getAttribute(name)));
        Collections.list(to.getAttributeNames()).stream()
                .filter(name -> !names.contains(name))
                .forEach(to::removeAttribute);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        read.remove(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        read.remove(oldId);
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        share(event);
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        share(event);
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        share(event);
    }

    private void share(HttpSessionBindingEvent event) {
        var session = event.getSession();
        var known = read.get(session.getId());
        if (known != null && known.sessions().contains(session)) {
            var value = session.getAttribute(event.getName());
            known.all().stream()
                    .filter(other -> other.getAttribute(event.getName()) != value)
                    .forEach(other -> other.setAttribute(event.getName(), value));
        }
    }

    private static AtomicInteger requests(HttpSession session) {
        return (AtomicInteger) session.getAttribute(REQUESTS);
    }

    /**
     * @param requests that they have seen, all together
     * @param sessions those that are still in use
     */
    private record Copies(AtomicInteger requests, Set<HttpSession> sessions) {

        static Copies of(HttpSession copy, AtomicInteger requests) {
            var sessions =
                    Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<HttpSession, Boolean>()));
            sessions.add(copy);
            return new Copies(requests, sessions);
        }

        List<HttpSession> all() {
            return List.copyOf(sessions);
        }
    }
}
