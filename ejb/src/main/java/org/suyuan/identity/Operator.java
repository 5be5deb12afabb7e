package org.suyuan.identity;

import java.io.Serializable;
import org.suyuan.shared.SocialCreditCode;

/**
 * The person at work and the enterprise they work for.
 *
 * @param customsDistrict 关区代码 of the enterprise, four digits
 */
public record Operator(
        String loginName, long enterpriseId, SocialCreditCode uscc, String enterpriseName, String customsDistrict)
        implements Serializable {}
