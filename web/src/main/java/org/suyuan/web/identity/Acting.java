package org.suyuan.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.suyuan.identity.AgentAuthorizations;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Operator;
import org.suyuan.web.portal.Answers;

/** For whom the operator works now, as every page shows it, and the choice of another one. */
@Named
@RequestScoped
public class Acting {

    @Inject
    private Caller caller;

    @Inject
    private AgentAuthorizations authorizations;

    @Inject
    private Answers answers;

    private List<Operator> principals;

    /** The operator's own enterprise. */
    public String getOwnName() {
        return caller.self().enterpriseName();
    }

    /** The principal that the own enterprise acts for now (代理), or null (自理). */
    public String getPrincipalName() {
        return caller.signedIn()
                .filter(operator -> operator.agent() != null)
                .map(Operator::enterpriseName)
                .orElse(null);
    }

    /** True for an operator of an authority, who reads and changes nothing. */
    public boolean isReader() {
        return caller.signedIn().filter(Operator::regulator).isPresent();
    }

    /** The enterprise whose records a regulator looks at, or null. */
    public Operator getSupervised() {
        return caller.signedIn()
                .filter(operator -> operator.regulator()
                        && operator.enterpriseId() != caller.self().enterpriseId())
                .orElse(null);
    }

    /** Whose records the page shows; null on a page that a stranger reads. */
    public Long getEnterpriseId() {
        return caller.signedIn().map(Operator::enterpriseId).orElse(null);
    }

    /** The principal whose authorisation was found to have ended when this page was asked for, or null. */
    public String getEndedFor() {
        return caller.endedFor().orElse(null);
    }

    /** Whom the own enterprise may act for today. */
    public List<Operator> getPrincipals() {
        if (principals == null) {
            principals = isReader() ? List.of() : authorizations.principals();
        }
        return principals;
    }

    /** Agents act with a card only (A3). */
    public boolean isPossible() {
        return caller.card().isPresent();
    }

    /** The workspace begins anew for this principal; a refusal is told where authorisations are listed. */
    public void actFor(long principalId) {
        if (answers.toldOf(() -> authorizations.actFor(principalId))) {
            toWorkspace();
        } else {
            answers.leaveFor("/org/agents");
        }
    }

    /** The workspace begins anew for the own enterprise. */
    public void actForSelf() {
        authorizations.actForSelf();
        toWorkspace();
    }

    private static void toWorkspace() {
        Faces.redirect(Faces.getRequestContextPath() + "/workspace");
    }
}
