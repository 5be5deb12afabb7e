package org.suyuan.web.identity;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.identity.AgentAuthorizations;
import org.suyuan.identity.AuthorizationForm;
import org.suyuan.identity.AuthorizationRow;
import org.suyuan.identity.Revocation;
import org.suyuan.web.portal.Answers;

/** 委托管理: what the own enterprise entrusts to agents, and what others entrust to it. */
@Named
@ViewScoped
public class Agents implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AgentAuthorizations authorizations;

    @Inject
    private Answers answers;

    private AuthorizationForm form = new AuthorizationForm();
    private Revocation revocation = new Revocation();
    private AuthorizationRow chosen;

    public void grant() {
        var faults = answers.refusals(() -> authorizations.grant(form));
        faults.forEach(fault -> {
            if (fault.property() == null) {
                answers.tell(null, fault.text());
            } else {
                answers.pointTo("grant:" + fault.property(), fault.text());
            }
        });
        if (faults.isEmpty()) {
            form = new AuthorizationForm();
            answers.info("identityText.granted");
            PrimeFaces.current().resetInputs("grant");
        }
    }

    /** Field rules stand on {@link AuthorizationForm} and {@link Revocation}; there are no others to check on leaving a field. */
    public boolean check() {
        return true;
    }

    public void accept(AuthorizationRow row) {
        if (answers.toldOf(() -> authorizations.accept(row.id()))) {
            answers.info("identityText.accepted", row.principalName());
        }
    }

    public void askToDecline(AuthorizationRow row) {
        ask(row, "declineDialog");
    }

    public void decline() {
        if (answers.toldOf(() -> authorizations.decline(chosen.id()))) {
            answers.info("identityText.declined", chosen.principalName());
        }
    }

    public void askToRevoke(AuthorizationRow row) {
        revocation = new Revocation();
        PrimeFaces.current().resetInputs("revokeForm");
        ask(row, "revokeDialog");
    }

    public void revoke() {
        if (answers.toldOf("revokeForm:reason", () -> authorizations.revoke(chosen.id(), revocation))) {
            answers.info("identityText.revoked");
            PrimeFaces.current().executeScript("PF('revokeDialog').hide()");
        }
    }

    /** The whole workspace begins anew for the principal. */
    public void actFor(AuthorizationRow row) {
        if (answers.toldOf(() -> authorizations.actFor(row.principalId()))) {
            PrimeFaces.current()
                    .executeScript("window.top.location.assign('" + Faces.getRequestContextPath() + "/workspace')");
        }
    }

    private void ask(AuthorizationRow row, String dialog) {
        chosen = row;
        PrimeFaces.current().executeScript("PF('" + dialog + "').show()");
    }

    public List<AuthorizationRow> getGiven() {
        return authorizations.given();
    }

    public List<AuthorizationRow> getReceived() {
        return authorizations.received();
    }

    public AuthorizationForm getForm() {
        return form;
    }

    public Revocation getRevocation() {
        return revocation;
    }

    /** The one that is to be declined or revoked. */
    public AuthorizationRow getChosen() {
        return chosen;
    }
}
