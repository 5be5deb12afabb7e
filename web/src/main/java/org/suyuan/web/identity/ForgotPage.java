package org.suyuan.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.suyuan.identity.PasswordResets;
import org.suyuan.shared.ClientAddress;
import org.suyuan.web.portal.Answers;

/** 忘记密码: asks for a link by mail; says the same whether there is such an account or not. */
@Named
@RequestScoped
public class ForgotPage {

    @Inject
    private PasswordResets resets;

    @Inject
    private ClientAddress clients;

    @Inject
    private Answers answers;

    private String account;

    public void ask() {
        if (account == null || account.isBlank()) {
            answers.refuse("forgot:account", "identityText.forgot.empty");
            answers.refuse(null, "identityText.forgot.empty");
        } else if (answers.toldOf(() -> resets.ask(account, clients.of(Faces.getRequest())))) {
            account = null;
            answers.info("identityText.forgot.asked");
        }
    }

    public boolean isOffered() {
        return resets.offered();
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }
}
