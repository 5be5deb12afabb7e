package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardRefusal;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.shared.Settings;

/**
 * The connection over which a request came. One to the listener for cards ({@code suyuan.card.tls-port}) was opened with the
 * key of a card, when the browser has one: TLS proves it. Other listeners ask for no certificate, and what they might say of one
 * does not count.
 */
@ApplicationScoped
public class CardConnection {

    /** Where pages ask whether the card is still there; no use of the session, which else would never be over. */
    public static final String THERE = "/card-there";

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    @Inject
    private Settings settings;

    /** Whether it came to the listener for cards. */
    public boolean isForCards(HttpServletRequest request) {
        return settings.cardTlsPort()
                .filter(port -> port == request.getLocalPort())
                .isPresent();
    }

    /** @throws CardRefused when there is none, or none that can be read */
    public CardCertificate certificate(HttpServletRequest request) throws CardRefused {
        if (isForCards(request)
                && request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                && chain.length > 0) {
            try {
                return CardCertificate.of(chain[0].getEncoded());
            } catch (CertificateEncodingException e) {
                throw new CardRefused(CardRefusal.UNREADABLE, e.getMessage());
            }
        }
        throw new CardRefused(CardRefusal.NO_CERTIFICATE, "none in the connection");
    }

    /** Whether this card opened it. */
    boolean isOf(UsedCard card, HttpServletRequest request) {
        try {
            return certificate(request).fingerprint().equals(card.fingerprint());
        } catch (CardRefused none) {
            return false;
        }
    }

    /** Address of the sign-in page on the listener for cards. */
    public Optional<String> signInAddress() {
        return settings.cardTlsUrl().map(url -> url + "/login?way=certificate");
    }
}
