package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, open and close the accounts of authorities (U3). */
@Singleton
@Startup
public class RegulatorDesk {

    private static final String NAME = "Regulators";

    @Inject
    private Regulators regulators;

    @PostConstruct
    void open() {
        ServerConsole.open(NAME, new Desk(regulators));
    }

    @PreDestroy
    void close() {
        ServerConsole.close(NAME);
    }

    private record Desk(Regulators regulators) implements RegulatorDeskMXBean {

        @Override
        public List<String> getAccounts() {
            return regulators.all().stream()
                    .map(account -> String.join(
                            " | ",
                            account.loginName(),
                            account.enterprise().uscc().value(),
                            account.enterprise().name(),
                            String.valueOf(account.personName()),
                            account.status().name(),
                            String.valueOf(account.lastSignInAt())))
                    .toList();
        }

        @Override
        public String open(
                String loginName, String personName, String uscc, String authorityName, String customsDistrict) {
            return ServerConsole.ask(() ->
                    regulators.open(new RegulatorForm(loginName, personName, uscc, authorityName, customsDistrict)));
        }

        @Override
        public void disable(String loginName) {
            ServerConsole.act(() -> regulators.disable(loginName));
        }

        @Override
        public void enable(String loginName) {
            ServerConsole.act(() -> regulators.enable(loginName));
        }

        @Override
        public String resetPassword(String loginName) {
            return ServerConsole.ask(() -> regulators.resetPassword(loginName));
        }
    }
}
