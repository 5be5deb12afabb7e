package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.identity.Forgetting;
import org.suyuan.identity.RegistrationReview;

/** Removes what no longer counts for signing in, once a minute at the usual pace. */
@ApplicationScoped
class ForgettingDuty implements Duty {

    @Inject
    private Forgetting forgetting;

    @Inject
    private RegistrationReview registrations;

    @Override
    public String name() {
        return "forgetting";
    }

    @Override
    public int looks() {
        return 30;
    }

    @Override
    public void perform() {
        forgetting.forget();
        registrations.overdue().forEach(registrations::lapse);
    }
}
