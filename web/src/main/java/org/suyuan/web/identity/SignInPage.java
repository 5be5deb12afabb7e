package org.suyuan.web.identity;

import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;
import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.identity.PortalAuthenticationMechanism;
import org.suyuan.identity.TrainingAccounts;
import org.suyuan.shared.Settings;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.LocalAddress;

/** 账号登录. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private SecurityContext security;

    @Inject
    private Settings settings;

    @Inject
    private Answers answers;

    @Inject
    @Param(name = "target")
    private String target;

    private String account;
    private String password;

    /** Who is signed in already has nothing to do here. */
    public void open() {
        if (security.getCallerPrincipal() != null) {
            goOn();
        }
    }

    public void signIn() {
        var credential = new UsernamePasswordCredential(
                account == null ? "" : account.strip(), password == null ? "" : password);
        var status = security.authenticate(
                Faces.getRequest(),
                Faces.getResponse(),
                withParams().credential(credential).newAuthentication(true));
        if (status == SUCCESS) {
            goOn();
        } else {
            Faces.getResponse().setStatus(200);
            answers.refuse(
                    null,
                    Boolean.TRUE.equals(Faces.getRequestAttribute(PortalAuthenticationMechanism.THROTTLED))
                            ? "identityText.throttled"
                            : "identityText.wrong");
        }
    }

    private void goOn() {
        Faces.redirect(LocalAddress.of(target, Faces.getRequestContextPath() + "/workspace"));
    }

    /** Accounts that anyone may use, in training mode only. */
    public List<String> getDemoAccounts() {
        return settings.training() ? TrainingAccounts.loginNames() : List.of();
    }

    public String getDemoPassword() {
        return TrainingAccounts.PASSWORD;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
