package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.suyuan.shared.SocialCreditCode;

/** Enterprises for those who act for nobody: jobs, and buyers who were sent a notice. Never called by pages. */
@ApplicationScoped
public class Enterprises {

    @PersistenceContext
    private EntityManager entities;

    /** Without anything but the code when this enterprise has no account here. */
    public EnterpriseProfile profile(SocialCreditCode uscc) {
        return entities.createQuery("select e from Enterprise e where e.uscc = :uscc", Enterprise.class)
                .setParameter("uscc", uscc)
                .getResultStream()
                .findFirst()
                .map(Enterprise::profile)
                .orElse(new EnterpriseProfile(uscc.value(), null, null, null, null, null, false));
    }
}
