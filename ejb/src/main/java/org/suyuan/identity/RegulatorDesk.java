package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.suyuan.shared.Refusal;
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

    /** Consoles know our exceptions as little as our entities. */
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
            return explained(() ->
                    regulators.open(new RegulatorForm(loginName, personName, uscc, authorityName, customsDistrict)));
        }

        @Override
        public void disable(String loginName) {
            explained(() -> {
                regulators.disable(loginName);
                return null;
            });
        }

        @Override
        public void enable(String loginName) {
            explained(() -> {
                regulators.enable(loginName);
                return null;
            });
        }

        @Override
        public String resetPassword(String loginName) {
            return explained(() -> regulators.resetPassword(loginName));
        }

        private static String explained(Supplier<String> act) {
            try {
                return act.get();
            } catch (Refusal refusal) {
                var texts = ResourceBundle.getBundle("org.suyuan.shared.Refusals", Locale.ENGLISH);
                throw new IllegalArgumentException(MessageFormat.format(
                        texts.getString(refusal.messageKey()),
                        refusal.arguments().toArray()));
            } catch (ConstraintViolationException wrong) {
                throw new IllegalArgumentException(wrong.getConstraintViolations().stream()
                        .map(ConstraintViolation::getMessage)
                        .collect(Collectors.joining(" ")));
            }
        }
    }
}
