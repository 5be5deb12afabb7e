package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.suyuan.shared.SocialCreditCode;

/** Who filed something: an operator of the importer itself (自理), or of an agent that acted for it (代理). */
@Embeddable
public class Filer implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "filed_by")
    private String loginName;

    @Column(name = "agent_uscc")
    private SocialCreditCode agentUscc;

    @Column(name = "agent_name")
    private String agentName;

    protected Filer() {}

    public Filer(Operator operator) {
        this.loginName = operator.loginName();
        this.agentUscc = operator.agent() == null ? null : operator.agent().uscc();
        this.agentName = operator.agent() == null ? null : operator.agent().enterpriseName();
    }

    public String loginName() {
        return loginName;
    }

    /** 代理; else 自理. */
    public boolean isAgent() {
        return agentUscc != null;
    }

    /** Null when the importer filed itself. */
    public SocialCreditCode agentUscc() {
        return agentUscc;
    }

    /** Null when the importer filed itself. */
    public String agentName() {
        return agentName;
    }
}
