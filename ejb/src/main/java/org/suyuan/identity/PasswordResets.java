package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.suyuan.mail.MailSettings;

/**
 * 忘记密码, open to everybody. Who asks learns nothing about the account: the answer is the same, and as quick, whether there
 * is one or not, since the mail is written later, by a duty.
 */
@Stateless
@PermitAll
public class PasswordResets {

    @Inject
    private PasswordResetBook resets;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private PasswordQueue queue;

    @Inject
    private MailSettings mail;

    /** Without mail only people can give a new password. */
    public boolean offered() {
        return mail.on();
    }

    /** @param address where it comes from */
    public void ask(String entered, String address) {
        resets.note(entered, address);
    }

    /** The account for which the link sets a password; empty when it is used up, too old or no link of ours. */
    public Optional<String> account(String token) {
        return resets.account(token);
    }

    /**
     * Not one transaction: the password is hashed while no connection is held.
     *
     * @return the account, all of whose sessions are over
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String choose(String token, @NotNull @Valid NewPassword chosen, String address) {
        resets.requireUsable(token);
        return resets.choose(token, queue.forStranger(address, () -> hashes.ofChosen(chosen.getPassword())), address);
    }
}
