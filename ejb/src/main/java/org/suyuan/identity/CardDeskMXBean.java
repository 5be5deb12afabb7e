package org.suyuan.identity;

import java.util.List;

/** Cards and the accounts that they enter, under {@code org.suyuan:type=Cards} in JMX. */
public interface CardDeskMXBean {

    /** One line each: card number, serial number, account, 统一社会信用代码, enterprise, holder, fingerprint, time. */
    List<String> getBound();

    /**
     * The holder of the card may enter the account from now on.
     *
     * @param certificate the card's signing certificate, in PEM
     */
    void bind(String loginName, String certificate);

    /**
     * The card signs nobody in from now on, its sessions are over, and it is never bound again.
     *
     * @param serial of its certificate, in hexadecimal
     */
    void unbind(String serial);

    /** Certificates of issuers and lists of revoked cards are read anew now, and not within five minutes. */
    void readLists();
}
