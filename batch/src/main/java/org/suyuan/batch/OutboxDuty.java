package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.suyuan.exchange.Outbox;
import org.suyuan.exchange.OutboxDispatch;

/** Hands what waits in the outbox over to customs. */
@ApplicationScoped
class OutboxDuty implements Duty {

    @Inject
    private OutboxDispatch dispatch;

    @Inject
    private Outbox outbox;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public void perform() {
        dispatch.dispatchDue();
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(outbox.waitingCount());
    }
}
