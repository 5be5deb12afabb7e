package org.suyuan.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.Validator;
import java.util.ArrayList;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.identity.NewPassword;
import org.suyuan.identity.PasswordResets;
import org.suyuan.identity.PortalAuthenticationMechanism;
import org.suyuan.shared.ClientAddress;
import org.suyuan.web.portal.Answers;

/** {@code /reset/<token>}: sets the new password that was asked for with 忘记密码. To look at the page uses nothing up. */
@Named
@RequestScoped
public class ResetPage {

    @Inject
    private PasswordResets resets;

    @Inject
    private PortalAuthenticationMechanism signIn;

    @Inject
    private ClientAddress clients;

    @Inject
    private Validator validator;

    @Inject
    private Answers answers;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private final NewPassword chosen = new NewPassword();

    public void choose() {
        var faults = answers.faults(validator.validate(chosen));
        faults.forEach(fault ->
                answers.pointTo("reset:" + fault.property().replace("repeatedAlike", "repeated"), fault.text()));
        var account = new ArrayList<String>();
        if (faults.isEmpty()
                && answers.toldOf(() -> account.add(resets.choose(token, chosen, clients.of(Faces.getRequest()))))) {
            signIn.remember(account.get(0), Faces.getRequest(), Faces.getResponse());
            answers.info("identityText.resetDone");
            answers.leaveFor("/login");
        }
    }

    /** Whose password is set; null when the link is used up, too old or wrong. */
    public String getAccount() {
        return resets.account(token).orElse(null);
    }

    public NewPassword getChosen() {
        return chosen;
    }
}
