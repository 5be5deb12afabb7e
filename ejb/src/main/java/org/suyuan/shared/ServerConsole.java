package org.suyuan.shared;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The console of the server, where its staff do what has no page: JMX, reached from the machine itself. */
public final class ServerConsole {

    private interface Act {
        void on(MBeanServer server, ObjectName name) throws JMException;
    }

    private ServerConsole() {}

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
