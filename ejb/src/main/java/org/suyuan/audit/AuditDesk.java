package org.suyuan.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, verify the audit log (F19). */
@Singleton
@Startup
public class AuditDesk {

    private static final String NAME = "Audit";

    @Inject
    private AuditChain chain;

    @PostConstruct
    void open() {
        ServerConsole.open(NAME, new Desk(chain));
    }

    @PreDestroy
    void close() {
        ServerConsole.close(NAME);
    }

    private record Desk(AuditChain chain) implements AuditDeskMXBean {

        @Override
        public long getSealed() {
            return ServerConsole.ask(() -> chain.end().sealed());
        }

        @Override
        public long getUnsealed() {
            return ServerConsole.ask(() -> chain.end().unsealed());
        }

        @Override
        public String getSeal() {
            return ServerConsole.ask(() -> chain.end().head());
        }

        @Override
        public String verify() {
            return ServerConsole.ask(
                    () -> chain.verify(AuditVerification.BEGINNING).sentence());
        }

        @Override
        public String verifySince(String notedSeal) {
            return ServerConsole.ask(() -> chain.verify(notedSeal).sentence());
        }
    }
}
