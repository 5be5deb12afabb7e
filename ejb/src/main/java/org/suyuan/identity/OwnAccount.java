package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.suyuan.audit.Actor;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/**
 * What everybody who is signed in may do with the own account, most of it with the password once more. A new password and
 * {@link #signOutElsewhere} end all sessions; the page goes on with its own.
 */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
public class OwnAccount {

    @Inject
    private Caller caller;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountBook book;

    @Inject
    private PasswordQueue queue;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private OpenSessions sessions;

    /** Not one transaction: the attempt counts even when it fails. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePassword(String current, @NotNull @Valid NewPassword chosen) {
        var actor = confirmed(current);
        if (current.equals(chosen.getPassword())) {
            throw new Refusal("identity.samePassword");
        }
        accounts.changePassword(actor, queue.forKnown(() -> hashes.ofChosen(chosen.getPassword())));
    }

    /** What the page begins with. */
    public OwnEmail email() {
        var form = new OwnEmail();
        form.setEmail(account().email());
        return form;
    }

    /** Whoever reads this mailbox can enter the account: hence the password, once more. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changeEmail(String current, @NotNull @Valid OwnEmail chosen) {
        accounts.changeEmail(confirmed(current), chosen.value());
    }

    private Actor confirmed(String current) {
        var actor = caller.actor();
        if (!accounts.mayConfirm(actor.name())) {
            throw new Refusal("identity.wrongTooOften");
        }
        if (current == null
                || !queue.forKnown(() -> hashes.matches(current, account().passwordHash()))) {
            accounts.notConfirmed(actor);
            throw new Refusal("identity.wrongPassword");
        }
        return actor;
    }

    /** Where the account is signed in now, this session first. */
    public List<OwnSession> sessions() {
        return sessions.of(caller.self().loginName(), caller.session());
    }

    /** Ends one session, in whichever browser. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void endSession(String current, long session) {
        accounts.endSession(confirmed(current), session);
    }

    /** Ends the sessions in all other browsers. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void signOutElsewhere(String current) {
        accounts.signOutElsewhere(confirmed(current));
    }

    private Account account() {
        return book.find(caller.self().loginName()).orElseThrow();
    }
}
