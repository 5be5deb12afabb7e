package org.suyuan.identity;

import java.io.Serializable;
import org.suyuan.shared.SocialCreditCode;

/**
 * The person at work and the enterprise they work for: their own, or the principal for which their own enterprise acts.
 *
 * @param customsDistrict 关区代码 of the enterprise, four digits
 * @param agent their own enterprise while they act for a principal (代理), else null (自理)
 */
public record Operator(
        String loginName,
        long enterpriseId,
        SocialCreditCode uscc,
        String enterpriseName,
        String customsDistrict,
        Agent agent)
        implements Serializable {

    static Operator of(String loginName, Enterprise enterprise, Agent agent) {
        return new Operator(
                loginName, enterprise.id(), enterprise.uscc(), enterprise.name(), enterprise.customsDistrict(), agent);
    }
}
