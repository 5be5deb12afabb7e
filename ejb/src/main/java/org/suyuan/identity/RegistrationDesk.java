package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.suyuan.shared.Refusal;

/** Where the staff of the portal, at the console of the server, release the first account of an enterprise. */
@Singleton
@Startup
public class RegistrationDesk {

    private static final String NAME = "org.suyuan:type=Registrations";

    @Inject
    private Registrations registrations;

    @PostConstruct
    void open() {
        close(); // what an earlier deployment that broke off has left
        withServer(server -> server.registerMBean(new Desk(registrations), new ObjectName(NAME)));
    }

    @PreDestroy
    void close() {
        withServer(server -> {
            if (server.isRegistered(new ObjectName(NAME))) {
                server.unregisterMBean(new ObjectName(NAME));
            }
        });
    }

    private static void withServer(ServerAct act) {
        try {
            act.on(ManagementFactory.getPlatformMBeanServer());
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface ServerAct {
        void on(MBeanServer server) throws JMException;
    }

    /** Consoles know our exceptions as little as our entities. */
    private record Desk(Registrations registrations) implements RegistrationDeskMXBean {

        @Override
        public List<String> getWaiting() {
            return registrations.waiting().stream()
                    .map(account -> String.join(
                            " | ",
                            account.loginName(),
                            account.enterprise().uscc().value(),
                            account.enterprise().name(),
                            account.personName(),
                            account.phone(),
                            account.openedAt().toString()))
                    .toList();
        }

        @Override
        public void release(String loginName) {
            explained(() -> registrations.release(loginName));
        }

        @Override
        public void refuse(String loginName) {
            explained(() -> registrations.refuse(loginName));
        }

        private static void explained(Runnable act) {
            try {
                act.run();
            } catch (Refusal unknown) {
                throw new IllegalArgumentException("No account of this name waits");
            }
        }
    }
}
