package org.suyuan.web.identity;

import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;
import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.identity.CardConnection;
import org.suyuan.identity.CardCredential;
import org.suyuan.identity.ConnectedCard;
import org.suyuan.identity.PortalAuthenticationMechanism;
import org.suyuan.identity.TrainingAccounts;
import org.suyuan.identity.TrainingCards;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardChallenges;
import org.suyuan.identity.card.CardChallenges.Purpose;
import org.suyuan.identity.card.CardRefusal;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.identity.card.TrainingCardOffice;
import org.suyuan.shared.Settings;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.LocalAddress;

/** 账号登录 and 卡介质登录. */
@Named
@RequestScoped
public class SignInPage {

    private static final String CARD = "card."; // then the refusal

    @Inject
    private SecurityContext security;

    @Inject
    private Settings settings;

    @Inject
    private Answers answers;

    @Inject
    private CardChallenges challenges;

    @Inject
    private PosedChallenge posed;

    @Inject
    @Param(name = "target")
    private String target;

    @Inject
    @Param(name = "way")
    private String way;

    @Inject
    @Param(name = "gone")
    private boolean cardGone;

    @Inject
    @Param(name = "ended")
    private String ended;

    @Inject
    private CardConnection connection;

    private String account;
    private String password;

    /** Who is signed in already has nothing to do here. */
    public void open() {
        if (security.getCallerPrincipal() != null) {
            goOn();
        } else if (isByCertificate() && !connection.isForCards(Faces.getRequest())) {
            Faces.redirect(getCertificateAddress());
        } else if (cardGone) {
            answers.warn(null, "identityText.cardGone");
        } else if (ended != null) {
            Stream.of(CardRefusal.values())
                    .filter(refusal -> refusal.name().equals(ended))
                    .forEach(refusal -> answers.warn(null, "identityText.cardEnded", answers.text(textOf(refusal))));
        }
    }

    public void signIn() {
        authenticate(new UsernamePasswordCredential(
                account == null ? "" : account.strip(), password == null ? "" : password));
    }

    /** Gives this browser something for its card to sign. */
    public void poseChallenge() {
        posed.set(challenges.pose(Purpose.LOGIN));
        PrimeFaces.current().ajax().addCallbackParam("challenge", posed.get());
    }

    public void signInWithCard() {
        authenticate(new CardCredential(
                posed.take(), Faces.getRequestParameter("certificate"), Faces.getRequestParameter("signature")));
    }

    public void signInConnected() {
        authenticate(new ConnectedCard());
    }

    private void authenticate(Credential credential) {
        var status = security.authenticate(
                Faces.getRequest(),
                Faces.getResponse(),
                withParams().credential(credential).newAuthentication(true));
        if (status == SUCCESS) {
            goOn();
        } else {
            Faces.getResponse().setStatus(200);
            answers.refuse(null, why());
        }
    }

    private static String why() {
        if (Boolean.TRUE.equals(Faces.getRequestAttribute(PortalAuthenticationMechanism.THROTTLED))) {
            return "identityText.throttled";
        }
        if (Faces.getRequestAttribute(PortalAuthenticationMechanism.BUSY) != null) {
            return "identityText.busy";
        }
        if (Faces.getRequestAttribute(PortalAuthenticationMechanism.PASSWORD_OVER) != null) {
            return "identityText.passwordOver";
        }
        CardRefusal refusal = Faces.getRequestAttribute(PortalAuthenticationMechanism.CARD_REFUSAL);
        return refusal == null ? "identityText.wrong" : textOf(refusal);
    }

    /** Key of the words that say why a card is refused. */
    static String textOf(CardRefusal refusal) {
        return "identityText." + CARD + refusal;
    }

    private void goOn() {
        Faces.redirect(LocalAddress.of(target, Faces.getRequestContextPath() + "/workspace"));
    }

    /** Accounts that anyone may use, in training mode only. */
    public List<String> getDemoAccounts() {
        return settings.training() ? TrainingAccounts.loginNames() : List.of();
    }

    public String getDemoPassword() {
        return TrainingAccounts.PASSWORD;
    }

    /** Cards that anyone may use, in training mode only. */
    public List<String> getDemoCards() {
        return TrainingCards.names();
    }

    public String getDemoPin() {
        return TrainingCardOffice.PIN;
    }

    public boolean isByCard() {
        return "card".equals(way);
    }

    /** With the certificate that the browser shows when it connects. */
    public boolean isByCertificate() {
        return "certificate".equals(way) && connection.signInAddress().isPresent();
    }

    /** Where the browser is asked for a certificate; null when this portal does not. */
    public String getCertificateAddress() {
        return connection
                .signInAddress()
                .map(address -> address + "&" + getTargetParameter())
                .orElse(null);
    }

    /** The certificate of the connection, or null. */
    public CardCertificate getConnected() {
        try {
            return connection.certificate(Faces.getRequest());
        } catch (CardRefused none) {
            return null;
        }
    }

    public String getCardControl() {
        return settings.cardControl();
    }

    /** Where the user wanted to go, for the links between both ways. */
    public String getTargetParameter() {
        return target == null ? "" : "target=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
