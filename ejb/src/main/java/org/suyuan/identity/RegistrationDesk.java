package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, release the first account of an enterprise. */
@Singleton
@Startup
public class RegistrationDesk {

    private static final String NAME = "Registrations";

    @Inject
    private RegistrationReview registrations;

    @PostConstruct
    void open() {
        ServerConsole.open(NAME, new Desk(registrations));
    }

    @PreDestroy
    void close() {
        ServerConsole.close(NAME);
    }

    /** Consoles know our exceptions as little as our entities. */
    private record Desk(RegistrationReview registrations) implements RegistrationDeskMXBean {

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
