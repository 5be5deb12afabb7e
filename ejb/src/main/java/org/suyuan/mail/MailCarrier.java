package org.suyuan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** A way on which mails leave, open for some of them. */
interface MailCarrier extends AutoCloseable {

    /** Has the mail when it returns. Carrying the same again does no harm: its Message-ID says that it is the same. */
    void carry(MimeMessage mail) throws MessagingException, IOException;

    @Override
    void close();
}
