package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.function.Consumer;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/** 操作员管理: the administrator of an enterprise opens and closes the accounts of its operators. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE_ADMIN)
public class Operators {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private AccountBook book;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Every account of the enterprise, those that wait first, then by name. */
    public List<Account> all() {
        return entities.createQuery(
                        "select a from Account a where a.enterprise.id = :owner order by a.status desc, a.loginName",
                        Account.class)
                .setParameter("owner", caller.self().enterpriseId())
                .getResultList();
    }

    /** @return the first password, to be handed to the operator, who must change it */
    public String open(@NotNull @Valid OperatorForm form) {
        book.requireFree(form.loginName());
        var password = FirstPassword.any();
        entities.persist(
                Account.opened(form, hashes.of(password), own(caller.self().loginName()), time.now()));
        note("identity.openAccount", form.loginName());
        return password;
    }

    /** Releases an account that its operator registered, or one that was disabled. */
    public void activate(String loginName) {
        change(loginName, Account::activate, "identity.activateAccount");
    }

    /** From now on nobody signs in with it; whoever is signed in is out. */
    public void disable(String loginName) {
        requireOther(loginName);
        change(loginName, Account::disable, "identity.disableAccount");
    }

    /** @return the new password, to be handed to the operator, who must change it */
    public String resetPassword(String loginName) {
        requireOther(loginName);
        var password = FirstPassword.any();
        change(
                loginName,
                account -> {
                    account.resetPassword(hashes.of(password), time.now());
                    book.tell(account, account.email(), "本企业管理员已重置密码。");
                },
                "identity.resetPassword");
        return password;
    }

    public void makeAdministrator(String loginName, boolean administrator) {
        requireOther(loginName);
        change(
                loginName,
                account -> account.administrate(administrator),
                administrator ? "identity.grantAdministration" : "identity.revokeAdministration");
    }

    /** So that there is always an administrator left. */
    private void requireOther(String loginName) {
        if (loginName.equals(caller.self().loginName())) {
            throw new Refusal("identity.notYourself");
        }
    }

    private void change(String loginName, Consumer<Account> change, String action) {
        change.accept(own(loginName));
        note(action, loginName);
    }

    private Account own(String loginName) {
        return entities.createQuery(
                        "select a from Account a where a.loginName = :name and a.enterprise.id = :owner", Account.class)
                .setParameter("name", loginName)
                .setParameter("owner", caller.self().enterpriseId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal("identity.unknownAccount", loginName));
    }

    private void note(String action, String loginName) {
        audit.record(caller.actor(), action, loginName, null);
    }
}
