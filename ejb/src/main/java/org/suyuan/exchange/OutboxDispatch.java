package org.suyuan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands waiting messages over to customs. Each step is committed before the next: begun, staged at the gateway, noted as
 * staged, released, noted as sent. Whatever step a crash interrupts is repeated, and repeating it changes nothing. A node that
 * was frozen amid a step, and has lost its lease meanwhile, does no harm when it wakes: each attempt has a name of its own,
 * and only the one that is noted as staged is ever released.
 */
@ApplicationScoped
public class OutboxDispatch {

    private static final Logger LOG = Logger.getLogger(OutboxDispatch.class.getName());
    private static final int MESSAGES_A_ROUND = 200;

    @Inject
    private Outbox outbox;

    @Inject
    private CustomsGateway gateway;

    /** One round; to be called by one node at a time, outside a transaction. */
    public void dispatchDue() {
        outbox.due(MESSAGES_A_ROUND).forEach(this::dispatch);
    }

    private void dispatch(long id) {
        var message = outbox.message(id);
        var document = message.document();
        var attempt = message.stagedAs();
        try {
            if (message.state() == OutboxMessage.State.WAITING) {
                var abandoned = attempt;
                attempt = UUID.randomUUID().toString();
                if (!outbox.begin(id, attempt)) {
                    return;
                }
                gateway.discard(
                        document, abandoned); // a crash has interrupted it, or it can no longer be noted as staged
                gateway.stage(document, attempt);
                if (!outbox.staged(id, attempt)) {
                    gateway.discard(document, attempt);
                    return;
                }
            }
            gateway.release(document, attempt);
            outbox.sent(id, attempt);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "Message " + document.messageId() + " could not be handed over; it is tried again");
            outbox.failed(id, e.toString());
        }
    }
}
