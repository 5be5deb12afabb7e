package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, let people in again who failed too often. */
@Singleton
@Startup
public class LockDesk {

    private static final String NAME = "SignInLocks";

    @Inject
    private SignInLocks locks;

    @PostConstruct
    void open() {
        ServerConsole.open(NAME, new Desk(locks));
    }

    @PreDestroy
    void close() {
        ServerConsole.close(NAME);
    }

    private record Desk(SignInLocks locks) implements LockDeskMXBean {

        @Override
        public List<String> getLocked() {
            return ServerConsole.ask(locks::locked);
        }

        @Override
        public void unlockAccount(String loginName) {
            ServerConsole.act(() -> locks.unlockAccount(loginName));
        }

        @Override
        public void unlockOrigin(String origin) {
            ServerConsole.act(() -> locks.unlockOrigin(origin));
        }
    }
}
