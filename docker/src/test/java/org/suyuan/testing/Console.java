package org.suyuan.testing;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
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

    /** @param arguments texts, ints and longs */
    public Object call(String type, String operation, Object... arguments) throws IOException, JMException {
        var types = Stream.of(arguments).map(Console::typeOf).toArray(String[]::new);
        return server.invoke(bean(type), operation, arguments, types);
    }

    private static String typeOf(Object argument) {
        return argument instanceof Long ? "long" : argument instanceof Integer ? "int" : String.class.getName();
    }

    /** An attribute that has one line for each thing that it lists. */
    public List<String> lines(String type, String name) throws IOException, JMException {
        return List.of((String[]) attribute(type, name));
    }

    private static ObjectName bean(String type) throws JMException {
        return new ObjectName("org.suyuan:type=" + type);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
