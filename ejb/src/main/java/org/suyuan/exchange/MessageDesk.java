package org.suyuan.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, see to messages that customs does not get or not answer. */
@Singleton
@Startup
public class MessageDesk {

    private static final String NAME = "Messages";
    private static final int A_DAY = 24;

    @Inject
    private Outbox outbox;

    @PostConstruct
    void open() {
        ServerConsole.open(NAME, new Desk(outbox));
    }

    @PreDestroy
    void close() {
        ServerConsole.close(NAME);
    }

    private record Desk(Outbox outbox) implements MessageDeskMXBean {

        @Override
        public long getWaitingCount() {
            return ServerConsole.ask(outbox::waitingCount);
        }

        @Override
        public List<String> getWaiting() {
            return ServerConsole.ask(
                    () -> outbox.waiting().stream().map(OutboxMessage::line).toList());
        }

        @Override
        public List<String> getReceiptsOverdue() {
            return overdue(A_DAY);
        }

        @Override
        public List<String> overdue(int hours) {
            return ServerConsole.ask(() -> outbox.unanswered(Duration.ofHours(hours)).stream()
                    .map(message -> message.messageId() + " | " + message.sentAt())
                    .toList());
        }

        @Override
        public void resend(String messageId) {
            ServerConsole.act(() -> outbox.resend(messageId));
        }
    }
}
