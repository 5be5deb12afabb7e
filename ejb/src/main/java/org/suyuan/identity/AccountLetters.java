package org.suyuan.identity;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.suyuan.mail.Mail;
import org.suyuan.shared.BusinessTime;

/** What the portal writes to operators about their accounts: in Chinese, as its other letters. */
final class AccountLetters {

    /** What the occasions of letters with a link begin with. */
    static final String RESET = "password-reset.";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH时mm分", Locale.CHINESE).withZone(BusinessTime.ZONE);

    private AccountLetters() {}

    static Mail reset(PasswordReset reset, Account account, String link, Instant now) {
        return new Mail(
                RESET + reset.id(),
                account.email(),
                "设置新密码",
                "有人（网络地址 " + reset.network() + "）要求为企业账户 " + account.loginName()
                        + " 设置新密码。如果是您本人，请打开下面的链接，"
                        + MINUTE.format(now.plus(PasswordReset.VALIDITY)) + "前有效，只能使用一次，请勿转发：\n\n" + link
                        + "\n\n如果不是您本人，不必理会，密码没有改变。\n");
    }

    /** @param done what was done, as a sentence */
    static Mail changed(Account account, String recipient, String done, Instant now) {
        return new Mail(
                "account-changed." + account.id() + "." + now.toEpochMilli(),
                recipient,
                "您的账户有变更",
                MINUTE.format(now) + "，企业账户 " + account.loginName() + "：" + done
                        + "\n\n如果不是您本人或本企业管理员所为，请立即联系本企业管理员或本平台。\n");
    }
}
