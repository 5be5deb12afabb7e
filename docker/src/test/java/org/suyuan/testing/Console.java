package org.suyuan.testing;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Collections;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** JMX on a portal of this machine, as {@code jconsole} reaches it: by attaching to its process. */
public record Console(JMXConnector connector, MBeanServerConnection server) implements AutoCloseable {

    static Console of(long process) {
        try {
            var machine = VirtualMachine.attach(String.valueOf(process));
            var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            machine.detach();
            return new Console(connector, connector.getMBeanServerConnection());
        } catch (Exception e) {
            throw new IllegalStateException("No console on process " + process, e);
        }
    }

    /** @param type of one of our MBeans: {@code org.suyuan:type=…} */
    public Object attribute(String type, String name) throws IOException, JMException {
        return server.getAttribute(bean(type), name);
    }

    public Object call(String type, String operation, String... arguments) throws IOException, JMException {
        var types = Collections.nCopies(arguments.length, String.class.getName());
        return server.invoke(bean(type), operation, arguments, types.toArray(String[]::new));
    }

    private static ObjectName bean(String type) throws JMException {
        return new ObjectName("org.suyuan:type=" + type);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
