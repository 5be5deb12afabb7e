package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.suyuan.audit.Actor;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.identity.card.CardTrust;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, bind cards to accounts and take them out of use (U7). */
@Singleton
@Startup
public class CardDesk {

    private static final String NAME = "Cards";
    private static final Actor CONSOLE = Actor.system("console");

    @Inject
    private Cards cards;

    @Inject
    private CardTrust trust;

    @PostConstruct
    void open() {
        ServerConsole.open(NAME, new Desk(cards, trust));
    }

    @PreDestroy
    void close() {
        ServerConsole.close(NAME);
    }

    /** Consoles know our exceptions as little as our entities. */
    private record Desk(Cards cards, CardTrust trust) implements CardDeskMXBean {

        @Override
        public List<String> getBound() {
            return cards.bound().stream().map(Card::line).toList();
        }

        @Override
        public void bind(String loginName, String certificate) {
            explained(() -> cards.bind(read(certificate), loginName, CONSOLE));
        }

        @Override
        public void unbind(String serial) {
            explained(() -> cards.unbind(serial, Optional.empty(), CONSOLE));
        }

        @Override
        public void readLists() {
            trust.refresh();
        }

        private static CardCertificate read(String certificate) {
            try {
                return CardCertificate.read(certificate);
            } catch (CardRefused unreadable) {
                throw new IllegalArgumentException("This is no certificate in PEM");
            }
        }

        private static void explained(Runnable act) {
            try {
                act.run();
            } catch (Refusal refusal) {
                var texts = ResourceBundle.getBundle("org.suyuan.shared.Refusals", Locale.ENGLISH);
                throw new IllegalArgumentException(MessageFormat.format(
                        texts.getString(refusal.messageKey()),
                        refusal.arguments().toArray()));
            }
        }
    }
}
