package org.suyuan.identity;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.suyuan.shared.SocialCreditCode;

/**
 * One line of the lists of 委托管理.
 *
 * @param agentName null until the agent has accepted: before that nobody learns who uses this portal
 * @param answeredBy login name of who accepted or declined it, or null
 * @param revokedBy login name of who revoked it, or null
 */
public record AuthorizationRow(
        long id,
        long principalId,
        SocialCreditCode principalUscc,
        String principalName,
        SocialCreditCode agentUscc,
        String agentName,
        Set<Scope> scopes,
        LocalDate validFrom,
        LocalDate validUntil,
        Standing standing,
        String grantedBy,
        Instant grantedAt,
        String answeredBy,
        Instant answeredAt,
        String revokedBy,
        boolean revokedByPrincipal,
        Instant revokedAt,
        String revokeReason)
        implements Serializable {

    static AuthorizationRow of(AgentAuthorization authorization, Map<SocialCreditCode, String> names, LocalDate today) {
        var principal = authorization.principal();
        return new AuthorizationRow(
                authorization.id(),
                principal.id(),
                principal.uscc(),
                principal.name(),
                authorization.agent(),
                authorization.wasAccepted() ? names.get(authorization.agent()) : null,
                authorization.scopes(),
                authorization.validFrom(),
                authorization.validUntil(),
                authorization.standing(today),
                authorization.grantedBy(),
                authorization.grantedAt(),
                authorization.answeredBy(),
                authorization.answeredAt(),
                authorization.revokedBy(),
                authorization.revokedByPrincipal(),
                authorization.revokedAt(),
                authorization.revokeReason());
    }

    /** Either side may still end it. */
    public boolean revocable() {
        return standing == Standing.WAITING || standing == Standing.NOT_YET || standing == Standing.VALID;
    }
}
