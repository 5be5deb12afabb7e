package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;

/**
 * 委托: a principal lets an agent file for it, for some kinds of work and some days. The principal grants it, the agent
 * accepts or declines, either side revokes it; what was decided is kept for ever. The agent is named by its code alone,
 * like the importer of a recall: whether an enterprise of this code uses the portal, the principal learns only when it
 * accepts.
 */
@Entity
@Table(name = "agent_authorization")
public class AgentAuthorization {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_authorization_seq")
    @SequenceGenerator(name = "agent_authorization_seq", sequenceName = "agent_authorization_seq", allocationSize = 50)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "principal_id")
    private Enterprise principal;

    @Column(name = "agent_uscc")
    private SocialCreditCode agent;

    @Column(name = "trace_filing")
    private boolean traceFiling;

    @Column(name = "recall_reporting")
    private boolean recallReporting;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private AuthorizationStatus status = AuthorizationStatus.GRANTED;

    @Column(name = "granted_by")
    private String grantedBy;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    @Column(name = "revoked_by_uscc")
    private SocialCreditCode revokedByEnterprise;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoke_reason")
    private String revokeReason;

    protected AgentAuthorization() {}

    AgentAuthorization(
            Enterprise principal,
            SocialCreditCode agent,
            Set<Scope> scopes,
            LocalDate validFrom,
            LocalDate validUntil,
            String grantedBy,
            Instant now) {
        this.principal = principal;
        this.agent = agent;
        this.traceFiling = scopes.contains(Scope.TRACE);
        this.recallReporting = scopes.contains(Scope.RECALL);
        this.validFrom = validFrom;
        this.validUntil = validUntil;
        this.grantedBy = grantedBy;
        this.grantedAt = now;
    }

    void accept(String by, LocalDate today, Instant now) {
        if (standing(today) == Standing.EXPIRED) {
            throw new Refusal("agent.expired", validUntil);
        }
        answer(AuthorizationStatus.ACCEPTED, by, now);
    }

    void decline(String by, Instant now) {
        answer(AuthorizationStatus.DECLINED, by, now);
    }

    private void answer(AuthorizationStatus next, String by, Instant now) {
        become(next);
        answeredBy = by;
        answeredAt = now;
    }

    void revoke(Operator by, String reason, Instant now) {
        become(AuthorizationStatus.REVOKED);
        revokedBy = by.loginName();
        revokedByEnterprise = by.uscc();
        revokeReason = reason;
        revokedAt = now;
    }

    private void become(AuthorizationStatus next) {
        if (!status.mayBecome(next)) {
            throw new Refusal("agent.settled");
        }
        status = next;
    }

    /** @param day in Asia/Shanghai; the first and the last day both count */
    public Standing standing(LocalDate day) {
        return switch (status) {
            case DECLINED -> Standing.DECLINED;
            case REVOKED -> Standing.REVOKED;
            case GRANTED -> day.isAfter(validUntil) ? Standing.EXPIRED : Standing.WAITING;
            case ACCEPTED ->
                day.isAfter(validUntil)
                        ? Standing.EXPIRED
                        : day.isBefore(validFrom) ? Standing.NOT_YET : Standing.VALID;
        };
    }

    /** The agent once took it on, whatever became of it later. */
    boolean wasAccepted() {
        return answeredAt != null && status != AuthorizationStatus.DECLINED;
    }

    public Set<Scope> scopes() {
        var scopes = EnumSet.of(Scope.READ);
        if (traceFiling) {
            scopes.add(Scope.TRACE);
        }
        if (recallReporting) {
            scopes.add(Scope.RECALL);
        }
        return scopes;
    }

    public Long id() {
        return id;
    }

    public Enterprise principal() {
        return principal;
    }

    /** 统一社会信用代码 of the agent. */
    public SocialCreditCode agent() {
        return agent;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day on which it holds. */
    public LocalDate validUntil() {
        return validUntil;
    }

    public String grantedBy() {
        return grantedBy;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    /** Who of the agent accepted or declined, or null. */
    public String answeredBy() {
        return answeredBy;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** Who revoked it, or null; {@link #revokedByPrincipal} says of which side. */
    public String revokedBy() {
        return revokedBy;
    }

    public boolean revokedByPrincipal() {
        return principal.uscc().equals(revokedByEnterprise);
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    public String revokeReason() {
        return revokeReason;
    }
}
