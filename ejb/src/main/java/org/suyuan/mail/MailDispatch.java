package org.suyuan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.shared.BusinessTime;

/**
 * Sends the mails that wait. Each is noted as sent as soon as it left, so that a crash repeats one mail at most. A mail that
 * cannot be sent is tried again after growing pauses, for some thirty hours.
 */
@ApplicationScoped
public class MailDispatch {

    private static final Logger LOG = Logger.getLogger(MailDispatch.class.getName());
    private static final int MAILS_A_ROUND = 500;

    @Inject
    private MailOutbox outbox;

    @Inject
    private MailSettings settings;

    /**
     * One round, which ends with the first mail that fails: the next round begins on a new connection.
     *
     * @param mayGoOn asked before each mail, whether this node still is the one that sends
     */
    public void sendDue(BooleanSupplier mayGoOn) throws IOException {
        if (!settings.on()) {
            return;
        }
        var due = outbox.due(MAILS_A_ROUND);
        if (due.isEmpty()) {
            return;
        }
        try (var carrier = settings.toServer() ? new SmtpCarrier(settings) : new FolderCarrier(settings.folder())) {
            for (var id : due) {
                if (!mayGoOn.getAsBoolean() || !sent(id, carrier)) {
                    return;
                }
            }
        }
    }

    private boolean sent(long id, MailCarrier carrier) {
        var message = outbox.message(id);
        try {
            carrier.carry(letter(message, settings.from()));
        } catch (MessagingException | IOException e) {
            LOG.log(Level.WARNING, e, () -> "Mail " + message.messageId() + " could not be sent; it is tried again");
            outbox.failed(id, e.toString());
            return false;
        }
        outbox.sent(id);
        return true;
    }

    static MimeMessage letter(MailMessage message, String from) throws MessagingException {
        var letter = new Letter(message.messageId(), message.createdAt());
        letter.setFrom(new InternetAddress(from, true));
        letter.setRecipient(RecipientType.TO, new InternetAddress(message.recipient(), true));
        letter.setSubject(message.subject(), "UTF-8");
        letter.setText(message.body(), "UTF-8");
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.saveChanges();
        return letter;
    }

    /** Keeps the Message-ID and the date that the mail was given when it was written. */
    private static final class Letter extends MimeMessage {

        private final String messageId;

        Letter(String messageId, Instant writtenAt) throws MessagingException {
            super(Session.getInstance(new Properties()));
            this.messageId = messageId;
            setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(writtenAt.atZone(BusinessTime.ZONE)));
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
