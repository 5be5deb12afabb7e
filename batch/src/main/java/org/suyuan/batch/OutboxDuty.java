package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.exchange.OutboxDispatch;

/** Hands what waits in the outbox over to customs. */
@ApplicationScoped
class OutboxDuty implements Duty {

    @Inject
    private OutboxDispatch outbox;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public void perform() {
        outbox.dispatchDue();
    }
}
