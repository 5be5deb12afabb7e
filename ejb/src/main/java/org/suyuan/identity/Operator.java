package org.suyuan.identity;

import java.io.Serializable;
import org.suyuan.shared.SocialCreditCode;

/**
 * The person at work and the enterprise whose records are at hand: their own, the principal for which their own enterprise
 * acts, or, for an operator of an authority, the one that they look at.
 *
 * @param customsDistrict 关区代码 of the enterprise, four digits
 * @param agent their own enterprise while they act for a principal (代理), else null (自理)
 * @param regulator an operator of an authority (监管部门、海关), who reads and changes nothing
 */
public record Operator(
        String loginName,
        long enterpriseId,
        SocialCreditCode uscc,
        String enterpriseName,
        String customsDistrict,
        Agent agent,
        boolean regulator)
        implements Serializable {

    /** For the own enterprise or authority. */
    static Operator of(Account account) {
        return of(account.loginName(), account.enterprise(), null, account.isRegulator());
    }

    /** For a principal. */
    static Operator of(String loginName, Enterprise principal, Agent agent) {
        return of(loginName, principal, agent, false);
    }

    /** The same regulator with the records of this enterprise. */
    Operator lookingAt(Enterprise supervised) {
        return of(loginName, supervised, null, regulator);
    }

    /** Whether what an agent may do for a principal includes this; without an agent there is nothing to entrust. */
    public boolean isEntrustedWith(Scope scope) {
        return agent == null || agent.scopes().contains(scope);
    }

    private static Operator of(String loginName, Enterprise enterprise, Agent agent, boolean regulator) {
        return new Operator(
                loginName,
                enterprise.id(),
                enterprise.uscc(),
                enterprise.name(),
                enterprise.customsDistrict(),
                agent,
                regulator);
    }
}
