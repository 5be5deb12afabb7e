package org.suyuan.web.identity;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.suyuan.identity.OwnAccount;
import org.suyuan.identity.OwnSession;
import org.suyuan.identity.PortalAuthenticationMechanism;
import org.suyuan.web.portal.Answers;

/** 登录情况: where the own account is signed in. The rows stay as they were shown, so that a button ends what it stands beside. */
@Named
@ViewScoped
public class SessionsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OwnAccount account;

    @Inject
    private PortalAuthenticationMechanism signIn;

    @Inject
    private Answers answers;

    private List<OwnSession> all;
    private transient String confirming;

    public List<OwnSession> getAll() {
        if (all == null) {
            all = account.sessions();
        }
        return all;
    }

    public void end(OwnSession session) {
        if (answers.toldOf(() -> account.endSession(confirming, session.id()))) {
            answers.info("identityText.sessionEnded");
        }
        all = null;
    }

    public void endOthers() {
        if (answers.toldOf(() -> account.signOutElsewhere(confirming))) {
            signIn.renew(Faces.getRequest());
            answers.info("identityText.signedOutElsewhere");
        }
        all = null;
    }

    /** Browser and system in a few words; what it says about itself when it is none of the usual ones. */
    public String browser(OwnSession session) {
        return BrowserName.of(session.browser());
    }

    public String getConfirming() {
        return confirming;
    }

    public void setConfirming(String confirming) {
        this.confirming = confirming;
    }
}
