package org.suyuan.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.omnifaces.util.Faces;
import org.suyuan.identity.Caller;
import org.suyuan.identity.CardConnection;
import org.suyuan.identity.Operator;
import org.suyuan.identity.SignOut;
import org.suyuan.identity.UsedCard;
import org.suyuan.shared.Settings;

/** What stands around every page: whose workspace it is, 测试数据, the way out. */
@Named
@RequestScoped
public class Workspace {

    @Inject
    private Caller caller;

    @Inject
    private SignOut signOut;

    @Inject
    private Settings settings;

    /** Null on a public page that a stranger reads. */
    public Operator getOperator() {
        return caller.signedIn().orElse(null);
    }

    /** The page that a workspace without tabs begins with. */
    public String getHomeAddress() {
        return caller.operator().regulator() ? "/reg/enterprises" : "/home";
    }

    public boolean isTraining() {
        return settings.training();
    }

    /** Minutes without a request after which the operator is signed out. */
    public int getSessionMinutes() {
        return settings.sessionMinutes();
    }

    /**
     * True when the page is shown in a tab, around which header and menu stand already: it then comes without its own. Browsers say
     * it of a page, to https and to localhost; pages say it of what their scripts send.
     */
    public boolean isFramed() {
        return "iframe".equals(Faces.getRequestHeader("Sec-Fetch-Dest"))
                || Faces.getRequestHeader("Suyuan-Framed") != null;
    }

    /** True on the page of this address. */
    public boolean at(String address) {
        return Faces.getRequestURI().equals(Faces.getRequestContextPath() + address);
    }

    /** This page, as a parameter of an address that leads back to it. */
    public String getBackAddress() {
        return URLEncoder.encode(Faces.getRequestURIWithQueryString(), StandardCharsets.UTF_8);
    }

    /** True when the operator is signed in with a card: the page then watches it. */
    public boolean isByCard() {
        return caller.card().isPresent();
    }

    public String getCardControl() {
        return settings.cardControl();
    }

    /** Where the page asks whether the card that opened the connection is still there; null when there is none. */
    public String getCardConnection() {
        return caller.usedCard()
                .filter(UsedCard::connected)
                .map(card -> Faces.getRequestContextPath() + CardConnection.THERE + "?card=" + card.fingerprint())
                .orElse(null);
    }

    public void signOut() throws ServletException {
        leave(null, "/");
    }

    /** The card was pulled out. */
    public void cardGone() throws ServletException {
        leave("card gone", "/login?way=card&gone=true");
    }

    private void leave(String why, String next) throws ServletException {
        signOut.note(why);
        Faces.logout();
        Faces.invalidateSession();
        Faces.redirect(Faces.getRequestContextPath() + next);
    }
}
