package org.suyuan.identity;

import java.io.Serializable;
import org.suyuan.identity.card.CardCertificate;

/**
 * The card that a session began with. The session lasts no longer than the card would sign in.
 *
 * @param number 卡号
 * @param fingerprint of its certificate
 * @param certificate in Base64
 * @param connected it signed in by mutual TLS: each request of the session must come over a connection that it opened
 */
public record UsedCard(String number, String fingerprint, String certificate, boolean connected)
        implements Serializable {

    static UsedCard of(CardCertificate certificate, boolean connected) {
        return new UsedCard(certificate.cardNumber(), certificate.fingerprint(), certificate.text(), connected);
    }
}
