package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.suyuan.audit.Actor;
import org.suyuan.identity.card.CardCertificate;
import org.suyuan.identity.card.CardRefused;
import org.suyuan.identity.card.CardTrust;
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

    private record Desk(Cards cards, CardTrust trust) implements CardDeskMXBean {

        @Override
        public List<String> getBound() {
            return cards.bound().stream().map(Card::line).toList();
        }

        @Override
        public void bind(String loginName, String certificate) {
            ServerConsole.act(() -> cards.bind(read(certificate), loginName, CONSOLE));
        }

        @Override
        public void unbind(String serial) {
            ServerConsole.act(() -> cards.unbind(serial, Optional.empty(), CONSOLE));
        }

        @Override
        public void readLists() {
            ServerConsole.act(trust::refresh);
        }

        private static CardCertificate read(String certificate) {
            try {
                return CardCertificate.read(certificate);
            } catch (CardRefused unreadable) {
                throw new IllegalArgumentException("This is no certificate in PEM");
            }
        }
    }
}
