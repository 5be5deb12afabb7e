package org.suyuan.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.suyuan.audit.Actor;
import org.suyuan.identity.card.CardTrust;
import org.suyuan.identity.card.TrainingCardOffice;
import org.suyuan.identity.card.TrainingCardOffice.Flaw;
import org.suyuan.identity.card.TrainingCardOffice.Order;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.FillingTurn;
import org.suyuan.shared.Settings;

/** The demo cards of training mode: good ones of each kind, and one for each thing that may be wrong with a card. */
@Singleton
@Startup
@DependsOn("TrainingAccounts")
public class TrainingCards {

    private static final List<Order> ORDERS = List.of(
            order("importer1-rsa", Flaw.NONE, "importer1"),
            order("importer1-ec", Flaw.NONE, "importer1"),
            order("importer1-sm2", Flaw.NONE, "importer1"),
            order("agent1-ec", Flaw.NONE, "agent1"),
            order("expired", Flaw.EXPIRED, "importer1"),
            order("revoked", Flaw.REVOKED, "importer1"),
            order("foreign", Flaw.FOREIGN, "importer1"),
            order("unbound", Flaw.NONE, "importer2"));

    /** Accounts by the cards that enter them; two of these cards are refused for another reason. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "importer1-rsa", "importer1",
            "importer1-ec", "importer1",
            "importer1-sm2", "importer1",
            "agent1-ec", "agent1",
            "expired", "importer1",
            "revoked", "importer1");

    @Inject
    private Cards cards;

    @Inject
    private CardTrust trust;

    @Inject
    private Settings settings;

    @Inject
    private FillingTurn turn;

    @Inject
    private BusinessTime time;

    @PostConstruct
    void issueAll() {
        if (settings.training()) {
            turn.take();
            var office = new TrainingCardOffice(settings.home());
            office.issue(ORDERS, time.now());
            ACCOUNTS.forEach((name, account) -> {
                var card = office.card(name);
                if (!cards.known(card)) {
                    cards.bind(card, account, Actor.system("training"));
                }
            });
            trust.refresh();
        }
    }

    public static List<String> names() {
        return ORDERS.stream().map(Order::name).toList();
    }

    private static Order order(String name, Flaw flaw, String account) {
        var enterprise = TrainingAccounts.enterpriseOf(account);
        return new Order(
                name, flaw, enterprise.name(), enterprise.uscc().value().substring(8, 17), "操作员（测试）");
    }
}
