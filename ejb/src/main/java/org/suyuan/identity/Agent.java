package org.suyuan.identity;

import java.io.Serializable;
import java.util.Set;
import org.suyuan.shared.SocialCreditCode;

/**
 * 代理: the enterprise of an operator who acts for a principal now.
 *
 * @param scopes what all authorisations of the principal that are valid today allow together
 */
public record Agent(SocialCreditCode uscc, String enterpriseName, Set<Scope> scopes) implements Serializable {}
