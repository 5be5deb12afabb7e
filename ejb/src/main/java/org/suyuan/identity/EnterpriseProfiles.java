package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/** 企业资料: each operator sees and changes that of the own enterprise. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class EnterpriseProfiles {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /** Of the enterprise at hand: the principal's while an agent acts for one. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public EnterpriseProfile current() {
        return entities.find(Enterprise.class, caller.operator().enterpriseId()).profile();
    }

    /** Of the own enterprise, whomever the caller acts for; so is {@link #save}. */
    public ProfileForm form() {
        return own(LockModeType.NONE).form();
    }

    public void save(@NotNull @Valid ProfileForm form) {
        var enterprise = own(LockModeType.PESSIMISTIC_WRITE);
        if (enterprise.lockVersion() != form.getLockVersion()) {
            throw new Refusal("profile.changedMeanwhile");
        }
        enterprise.describe(form);
        audit.record(
                caller.actor(),
                "identity.saveProfile",
                enterprise.uscc().value(),
                enterprise.profile().toString());
    }

    private Enterprise own(LockModeType lock) {
        return entities.find(Enterprise.class, caller.self().enterpriseId(), lock);
    }
}
