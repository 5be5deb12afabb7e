package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.mail.MailOutbox;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;

/** The new passwords that were asked for by mail. Called by {@link PasswordResets} and, to answer, by a duty. */
@Stateless
@PermitAll
public class PasswordResetBook {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_ONE_ADDRESS = 10;
    private static final int MAILS_FOR_ONE_ACCOUNT = 3;
    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountBook book;

    @Inject
    private MailOutbox mails;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** @throws Refusal when too many were asked for from there */
    public void note(String entered, String address) {
        var network = ClientAddress.neighbour(address);
        if (recent("r.network = :value", network) >= FROM_ONE_ADDRESS) {
            throw new Refusal("identity.tooManyResets");
        }
        var loginName = Accounts.counted(entered.strip().toLowerCase(Locale.ROOT));
        entities.persist(new PasswordReset(loginName, network, time.now()));
        audit.record(new Actor(loginName, null, address), "identity.askForPassword", loginName, null);
    }

    /** What nobody has answered yet, the oldest first. */
    public List<Long> waiting(int most) {
        return entities.createQuery(
                        "select r.id from PasswordReset r where r.answeredAt is null order by r.id", Long.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Writes a mail when there is an account that somebody can be reached by; says nothing to whoever asked. */
    public void answer(long id) {
        var reset = entities.find(PasswordReset.class, id, LockModeType.PESSIMISTIC_WRITE);
        var account = book.usable(reset.loginName()).filter(found -> found.email() != null);
        if (account.isEmpty()
                || recent("r.tokenHash is not null and r.loginName = :value", reset.loginName())
                        >= MAILS_FOR_ONE_ACCOUNT) {
            reset.ignore(time.now());
            return;
        }
        var token = newToken();
        reset.answer(token, time.now());
        mails.post(AccountLetters.reset(reset, account.get(), settings.baseUrl() + "/reset/" + token, time.now()));
    }

    public Optional<String> account(String token) {
        return find(token, LockModeType.NONE).map(PasswordReset::loginName);
    }

    public void requireUsable(String token) {
        if (account(token).isEmpty()) {
            throw new Refusal("identity.resetOver");
        }
    }

    /** @return the account that has the new password */
    public String choose(String token, String hash, String address) {
        var reset = find(token, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new Refusal("identity.resetOver"));
        var account = book.usable(reset.loginName()).orElseThrow(() -> new Refusal("identity.resetOver"));
        useUpAll(account.loginName());
        account.changePassword(hash);
        audit.record(
                new Actor(account.loginName(), account.enterprise().uscc().value(), address),
                "identity.resetPasswordByMail",
                account.loginName(),
                null);
        book.tell(account, account.email(), "已通过邮件中的链接设置新密码。");
        return account.loginName();
    }

    /** Removes what is over, with the mails that held the links. */
    public void forget() {
        entities.createQuery("delete from PasswordReset r where r.askedAt < :before")
                .setParameter("before", time.now().minus(WINDOW))
                .executeUpdate();
        mails.forget(AccountLetters.RESET, time.now().minus(WINDOW));
    }

    private void useUpAll(String loginName) {
        entities.createQuery(
                        "select r from PasswordReset r where r.loginName = :name and r.tokenHash is not null",
                        PasswordReset.class)
                .setParameter("name", loginName)
                .getResultStream()
                .forEach(reset -> reset.useUp(time.now()));
    }

    private Optional<PasswordReset> find(String token, LockModeType lock) {
        return token == null || !TOKEN.matcher(token).matches()
                ? Optional.empty()
                : entities.createQuery("select r from PasswordReset r where r.tokenHash = :hash", PasswordReset.class)
                        .setParameter("hash", PasswordReset.hash(token))
                        .setLockMode(lock)
                        .getResultStream()
                        .filter(reset -> reset.usable(time.now()))
                        .findFirst();
    }

    private long recent(String which, String value) {
        return entities.createQuery(
                        "select count(r.id) from PasswordReset r where r.askedAt > :since and " + which, Long.class)
                .setParameter("since", time.now().minus(WINDOW))
                .setParameter("value", value)
                .getSingleResult();
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
