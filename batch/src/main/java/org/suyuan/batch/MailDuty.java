package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.OptionalLong;
import org.suyuan.mail.MailDispatch;
import org.suyuan.mail.MailOutbox;
import org.suyuan.shared.Leases;

/** Sends the mails that wait. A mail server may be slow, so the lease is renewed before each of them. */
@ApplicationScoped
class MailDuty implements Duty {

    @Inject
    private MailDispatch mails;

    @Inject
    private MailOutbox outbox;

    @Inject
    private Leases leases;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void perform() throws IOException {
        mails.sendDue(() -> leases.hold(name()));
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(outbox.waitingCount());
    }
}
