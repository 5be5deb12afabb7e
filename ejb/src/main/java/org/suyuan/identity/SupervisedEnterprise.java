package org.suyuan.identity;

import java.io.Serializable;
import org.suyuan.shared.SocialCreditCode;

/** An enterprise in the list that a regulator chooses from. */
public record SupervisedEnterprise(long id, SocialCreditCode uscc, String name, String customsDistrict)
        implements Serializable {}
