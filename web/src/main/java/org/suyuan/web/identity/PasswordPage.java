package org.suyuan.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.Validator;
import org.omnifaces.util.Faces;
import org.suyuan.identity.NewPassword;
import org.suyuan.identity.OwnAccount;
import org.suyuan.identity.OwnEmail;
import org.suyuan.identity.PortalAuthenticationMechanism;
import org.suyuan.web.portal.Answers;

/** 修改密码, and the mail address of the operator. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    private OwnAccount account;

    @Inject
    private PortalAuthenticationMechanism signIn;

    @Inject
    private Validator validator;

    @Inject
    private Answers answers;

    private String current;
    private String confirming;
    private OwnEmail email;
    private final NewPassword chosen = new NewPassword();

    public void change() {
        var faults = answers.faults(validator.validate(chosen));
        faults.forEach(fault ->
                answers.pointTo("change:" + fault.property().replace("repeatedAlike", "repeated"), fault.text()));
        if (faults.isEmpty() && answers.toldOf(() -> account.changePassword(current, chosen))) {
            signIn.renew(Faces.getRequest());
            answers.info("identityText.passwordChanged");
            answers.leaveFor("/account/password");
        }
    }

    public void changeEmail() {
        var faults = answers.faults(validator.validate(getEmail()));
        faults.forEach(fault -> answers.pointTo("mail:" + fault.property(), fault.text()));
        if (faults.isEmpty() && answers.toldOf(() -> account.changeEmail(confirming, email))) {
            answers.info("identityText.ownEmail.changed");
        }
    }

    /** Field rules stand on {@link NewPassword}; there are no others to check on leaving a field. */
    public boolean check() {
        return true;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getConfirming() {
        return confirming;
    }

    public void setConfirming(String confirming) {
        this.confirming = confirming;
    }

    public OwnEmail getEmail() {
        if (email == null) {
            email = account.email();
        }
        return email;
    }

    public NewPassword getChosen() {
        return chosen;
    }
}
