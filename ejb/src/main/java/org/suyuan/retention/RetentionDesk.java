package org.suyuan.retention;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, see what is removed and when (H12, F26). */
@Singleton
@Startup
public class RetentionDesk {

    private static final String NAME = "Retention";

    @Inject
    private Purge purge;

    @Inject
    private ExchangeArchive files;

    @PostConstruct
    void open() {
        ServerConsole.open(NAME, new Desk(purge, files));
    }

    @PreDestroy
    void close() {
        ServerConsole.close(NAME);
    }

    private record Desk(Purge records, ExchangeArchive files) implements RetentionDeskMXBean {

        @Override
        public String getBefore() {
            return ServerConsole.ask(() -> records.cutoff().toString());
        }

        @Override
        public List<String> getRuns() {
            return ServerConsole.ask(records::runs);
        }

        @Override
        public List<String> dryRun() {
            return ServerConsole.ask(() -> Stream.concat(
                            records.dryRun().entrySet().stream()
                                    .map(counted -> counted.getKey() + " | " + counted.getValue()),
                            Stream.of(Purge.FILES + " | " + files.count(records.cutoff())))
                    .toList());
        }

        @Override
        public void purge() {
            ServerConsole.act(records::order);
        }
    }
}
