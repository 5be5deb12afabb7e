package org.suyuan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands mails to the mail server, several on one connection. */
final class SmtpCarrier implements MailCarrier {

    private static final Logger LOG = Logger.getLogger(SmtpCarrier.class.getName());
    private static final String PATIENCE = "5000"; // milliseconds, for each word of the server

    private final MailSettings settings;
    private Transport server;

    SmtpCarrier(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public void carry(MimeMessage mail) throws MessagingException {
        if (server == null) {
            server = Session.getInstance(properties(settings)).getTransport();
            server.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
        }
        server.sendMessage(mail, mail.getAllRecipients());
    }

    private static Properties properties(MailSettings settings) {
        var tls = settings.security() == MailSettings.Security.TLS;
        var protocol = tls ? "smtps" : "smtp";
        var properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail." + protocol + "." + wait, PATIENCE);
        }
        properties.put(
                "mail." + protocol + ".auth", String.valueOf(settings.user().isPresent()));
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        return properties;
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (MessagingException e) {
                LOG.log(Level.FINE, "The mail server did not say goodbye", e);
            }
        }
    }
}
