package org.suyuan.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.suyuan.identity.PasswordResetBook;

/** Answers those who forgot their password. */
@ApplicationScoped
class PasswordResetDuty implements Duty {

    private static final int ANSWERS_A_ROUND = 100;

    @Inject
    private PasswordResetBook resets;

    @Override
    public String name() {
        return "password-resets";
    }

    @Override
    public void perform() {
        resets.waiting(ANSWERS_A_ROUND).forEach(resets::answer);
    }
}
