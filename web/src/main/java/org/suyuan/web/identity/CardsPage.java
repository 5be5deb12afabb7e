package org.suyuan.web.identity;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.identity.Account;
import org.suyuan.identity.AccountStatus;
import org.suyuan.identity.Card;
import org.suyuan.identity.CardConnection;
import org.suyuan.identity.CardCredential;
import org.suyuan.identity.EnterpriseCards;
import org.suyuan.identity.Operators;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.shared.Settings;
import org.suyuan.web.portal.Answers;

/** 卡管理. */
@Named
@ViewScoped
public class CardsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private EnterpriseCards cards;

    @Inject
    private Operators operators;

    @Inject
    private CardConnection connection;

    @Inject
    private PosedChallenge posed;

    @Inject
    private Settings settings;

    @Inject
    private Answers answers;

    private transient List<Card> all;
    private String account;
    private String chosen;

    public List<Card> getAll() {
        if (all == null) {
            all = cards.all();
        }
        return all;
    }

    /** Accounts that a card can be bound to. */
    public List<Account> getAccounts() {
        return operators.all().stream()
                .filter(one -> one.status() == AccountStatus.ACTIVE)
                .toList();
    }

    /** Gives the card in the administrator's reader something to sign. */
    public void poseChallenge() {
        posed.set(cards.pose());
        PrimeFaces.current().ajax().addCallbackParam("challenge", posed.get());
    }

    public void bind() {
        var answer = new CardCredential(
                posed.take(), Faces.getRequestParameter("certificate"), Faces.getRequestParameter("signature"));
        bindBy(() -> cards.bind(answer, account));
    }

    public void bindConnected() {
        bindBy(() -> cards.bindConnected(account));
    }

    private interface Binding {
        void run() throws CardRefused;
    }

    private void bindBy(Binding binding) {
        boolean done = answers.toldOf(() -> {
            try {
                binding.run();
                answers.info("identityText.cards.bound", account);
            } catch (CardRefused refused) {
                answers.refuse(null, SignInPage.textOf(refused.refusal()));
            }
        });
        if (done) {
            all = null;
        }
    }

    public void askToUnbind(String serial) {
        chosen = serial;
        PrimeFaces.current().executeScript("PF('unbindDialog').show()");
    }

    public void unbind() {
        if (answers.toldOf(() -> cards.unbind(chosen))) {
            answers.info("identityText.cards.unbound", chosen);
        }
        all = null;
        PrimeFaces.current().executeScript("PF('unbindDialog').hide()");
    }

    /** The certificate of the connection, or null. */
    public CardCertificate getConnected() {
        try {
            return connection.certificate(Faces.getRequest());
        } catch (CardRefused none) {
            return null;
        }
    }

    /** This page where the browser is asked for a certificate; null when this portal does not. */
    public String getCertificateAddress() {
        return settings.cardTlsUrl()
                .map(url -> url + Faces.getRequestContextPath() + "/org/cards")
                .orElse(null);
    }

    public boolean isForCards() {
        return connection.isForCards(Faces.getRequest());
    }

    public String getCardControl() {
        return settings.cardControl();
    }

    public String getCardOffice() {
        return settings.cardOffice();
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    /** Serial number of the card in question. */
    public String getChosen() {
        return chosen;
    }
}
