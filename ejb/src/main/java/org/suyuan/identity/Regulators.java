package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;
import org.suyuan.shared.SocialCreditCode;

/** The accounts of authorities (U3), which nobody can register for. Called by {@link RegulatorDesk} only. */
@Stateless
@PermitAll
public class Regulators {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountBook book;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private CodeTables codeTables;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** By account name. */
    public List<Account> all() {
        return entities.createQuery(
                        "select a from Account a join fetch a.enterprise where a.role = :regulator order by a.loginName",
                        Account.class)
                .setParameter("regulator", Roles.REGULATOR)
                .getResultList();
    }

    /**
     * @return the first password, to be handed to the operator, who must change it
     * @throws Refusal when the name is taken, the district is unknown, or the code is that of an enterprise
     */
    public String open(@NotNull @Valid RegulatorForm form) {
        book.requireFree(form.loginName());
        if (!codeTables.knows(CodeTable.CUSTOMS, form.getCustomsDistrict(), time.today())) {
            throw new Refusal("identity.unknownDistrict", form.getCustomsDistrict());
        }
        var uscc = new SocialCreditCode(form.getUscc());
        var authority = book.enterprise(uscc)
                .orElseGet(
                        () -> Enterprise.authority(uscc, form.getAuthorityName().strip(), form.getCustomsDistrict()));
        if (!authority.isAuthority()) {
            throw new Refusal("identity.noAuthority", uscc);
        }
        entities.persist(authority);
        var password = FirstPassword.any();
        entities.persist(Account.regulator(form, hashes.of(password), authority, time.now()));
        note("identity.openRegulator", form.loginName());
        return password;
    }

    /** From now on nobody signs in with it; whoever is signed in is out. */
    public void disable(String loginName) {
        regulator(loginName).disable();
        note("identity.disableAccount", loginName);
    }

    public void enable(String loginName) {
        regulator(loginName).activate();
        note("identity.activateAccount", loginName);
    }

    /** @return the new password, to be handed to the operator, who must change it */
    public String resetPassword(String loginName) {
        var password = FirstPassword.any();
        regulator(loginName).resetPassword(hashes.of(password), time.now());
        note("identity.resetPassword", loginName);
        return password;
    }

    private Account regulator(String loginName) {
        return book.find(loginName)
                .filter(Account::isRegulator)
                .orElseThrow(() -> new Refusal("identity.unknownAccount", loginName));
    }

    private void note(String action, String loginName) {
        audit.record(Actor.system("console"), action, loginName, null);
    }
}
