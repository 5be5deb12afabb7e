package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.suyuan.identity.Forgetting;
import org.suyuan.identity.RegistrationReview;
import org.suyuan.shared.BusinessTime;

/** Removes what no longer counts for signing in, once a minute. */
@ApplicationScoped
class ForgettingDuty implements Duty {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    private Forgetting forgetting;

    @Inject
    private RegistrationReview registrations;

    @Inject
    private BusinessTime time;

    private Instant next = Instant.MIN;

    @Override
    public String name() {
        return "forgetting";
    }

    @Override
    public void perform() {
        if (!time.now().isBefore(next)) {
            forgetting.forget();
            registrations.overdue().forEach(registrations::lapse);
            next = time.now().plus(PAUSE);
        }
    }
}
