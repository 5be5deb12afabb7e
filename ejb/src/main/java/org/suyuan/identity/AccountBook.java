package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suyuan.mail.MailOutbox;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;
import org.suyuan.shared.SocialCreditCode;

/** Accounts and enterprises by their business keys. */
@ApplicationScoped
class AccountBook {

    private static final Pattern NAME = Pattern.compile("[a-z0-9._@-]{1,50}");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Settings settings;

    @Inject
    private MailOutbox mails;

    @Inject
    private BusinessTime time;

    /** @param loginName whatever somebody entered, in small letters */
    Optional<Account> find(String loginName) {
        if (!NAME.matcher(loginName).matches()) {
            return Optional.empty();
        }
        return entities.createQuery("select a from Account a where a.loginName = :name", Account.class)
                .setParameter("name", loginName)
                .getResultStream()
                .findFirst();
    }

    /** One that may be signed in with. */
    Optional<Account> usable(String loginName) {
        return find(loginName).filter(account -> account.usable(settings.training()));
    }

    /**
     * Writes to the operator what was done to the account.
     *
     * @param recipient null when no address is known: then nothing is written
     */
    void tell(Account account, String recipient, String done) {
        if (recipient != null) {
            mails.post(AccountLetters.changed(account, recipient, done, time.now()));
        }
    }

    /** @throws Refusal when there is an account of this name */
    void requireFree(String loginName) {
        if (find(loginName).isPresent()) {
            throw new Refusal("identity.loginNameTaken", loginName);
        }
    }

    /** Any but an authority. */
    Optional<Enterprise> supervised(long id) {
        return Optional.ofNullable(entities.find(Enterprise.class, id)).filter(enterprise -> !enterprise.isAuthority());
    }

    Optional<Enterprise> enterprise(SocialCreditCode uscc) {
        return entities.createQuery("select e from Enterprise e where e.uscc = :uscc", Enterprise.class)
                .setParameter("uscc", uscc)
                .getResultStream()
                .findFirst();
    }
}
