package org.suyuan.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.lang.management.ManagementFactory;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The console of the server, where its staff do what has no page: JMX, reached from the machine itself. Consoles know our
 * exceptions as little as our entities: what is refused, or fails, is told in a plain sentence.
 */
public final class ServerConsole {

    private interface Act {
        void on(MBeanServer server, ObjectName name) throws JMException;
    }

    private static final Logger LOG = Logger.getLogger(ServerConsole.class.getName());

    private ServerConsole() {}

    public static void act(Runnable act) {
        ask(() -> {
            act.run();
            return null;
        });
    }

    public static <T> T ask(Supplier<T> question) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ServerConsole.class.getClassLoader()); // a console's thread may have none
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw told(e);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** A refusal, or what breaks a rule, comes wrapped out of beans of other modules, which do not know it for one. */
    private static RuntimeException told(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                var texts = ResourceBundle.getBundle("org.suyuan.shared.Refusals", Locale.ENGLISH);
                return new IllegalArgumentException(MessageFormat.format(
                        texts.getString(refusal.messageKey()),
                        refusal.arguments().stream().map(String::valueOf).toArray()));
            }
            if (cause instanceof ConstraintViolationException wrong) {
                return new IllegalArgumentException(wrong.getConstraintViolations().stream()
                        .map(ConstraintViolation::getMessage)
                        .collect(Collectors.joining(" ")));
            }
        }
        if (e instanceof IllegalArgumentException) {
            return e;
        }
        LOG.log(Level.WARNING, "What the console asked for failed", e);
        return new IllegalStateException("It failed, the log says more: " + e);
    }

    /** @param type shown as {@code org.suyuan:type=…} */
    public static void open(String type, Object desk) {
        close(type); // what an earlier deployment that broke off has left
        with(type, (server, name) -> server.registerMBean(desk, name));
    }

    public static void close(String type) {
        with(type, (server, name) -> {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
        });
    }

    private static void with(String type, Act act) {
        try {
            act.on(ManagementFactory.getPlatformMBeanServer(), new ObjectName("org.suyuan:type=" + type));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
