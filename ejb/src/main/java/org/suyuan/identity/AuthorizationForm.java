package org.suyuan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.suyuan.shared.rules.ValidSocialCreditCode;

/** What a principal says when it entrusts work to an agent. */
@UntilAfterFrom
public class AuthorizationForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{agent.uscc.required}")
    @ValidSocialCreditCode
    private String agentUscc;

    private boolean traceFiling = true;
    private boolean recallReporting;

    @NotNull(message = "{agent.validFrom.required}")
    private LocalDate validFrom;

    @NotNull(message = "{agent.validUntil.required}")
    private LocalDate validUntil;

    public String getAgentUscc() {
        return agentUscc;
    }

    public void setAgentUscc(String agentUscc) {
        this.agentUscc = agentUscc;
    }

    /** 追溯填报; 查询 is always granted. */
    public boolean isTraceFiling() {
        return traceFiling;
    }

    public void setTraceFiling(boolean traceFiling) {
        this.traceFiling = traceFiling;
    }

    /** 召回报告 */
    public boolean isRecallReporting() {
        return recallReporting;
    }

    public void setRecallReporting(boolean recallReporting) {
        this.recallReporting = recallReporting;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    /** The last day on which it holds. */
    public LocalDate getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(LocalDate validUntil) {
        this.validUntil = validUntil;
    }

    Set<Scope> scopes() {
        var scopes = EnumSet.of(Scope.READ);
        if (traceFiling) {
            scopes.add(Scope.TRACE);
        }
        if (recallReporting) {
            scopes.add(Scope.RECALL);
        }
        return scopes;
    }
}
