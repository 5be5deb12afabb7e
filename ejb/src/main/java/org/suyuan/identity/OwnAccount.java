package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/** What everybody who is signed in may do with the own account. Each ends all its sessions; the page goes on with its own. */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
public class OwnAccount {

    @Inject
    private Caller caller;

    @Inject
    private AccountBook book;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private AuditLog audit;

    public void changePassword(String current, @NotNull @Valid NewPassword chosen) {
        var account = account();
        if (current == null || !hashes.matches(current, account.passwordHash())) {
            throw new Refusal("identity.wrongPassword");
        }
        if (current.equals(chosen.getPassword())) {
            throw new Refusal("identity.samePassword");
        }
        account.changePassword(hashes.of(chosen.getPassword()));
        audit.record(caller.actor(), "identity.changePassword", account.loginName(), null);
    }

    /** Ends the sessions in all other browsers. */
    public void signOutElsewhere() {
        account().endSessions();
        audit.record(caller.actor(), "identity.signOutElsewhere", caller.self().loginName(), null);
    }

    private Account account() {
        return book.find(caller.self().loginName()).orElseThrow();
    }
}
