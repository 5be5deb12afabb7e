package org.suyuan.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.identity.Caller;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;
import org.suyuan.shared.BusinessTime;

/** The address book of an enterprise: every buyer in its reports, with the newest address and contact. */
@ApplicationScoped
public class BuyerBook {

    /** As many as a list under a field shows. */
    private static final int MOST_FOUND = 10;

    private static final Logger LOG = Logger.getLogger(BuyerBook.class.getName());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private BusinessTime time;

    /** Buyers whose name or 统一社会信用代码 contains this, those used last first. */
    List<Buyer> find(String part) {
        if (part == null || part.isBlank()) {
            return List.of();
        }
        var typed = part.strip();
        var rows = entities.createNativeQuery("select name, uscc, address, contact from buyer where enterprise_id = ?1"
                        + " and (lower(name) like ?2 escape '!' or uscc like ?3 escape '!')"
                        + " order by used_at desc, uscc")
                .setParameter(1, caller.operator().enterpriseId())
                .setParameter(2, containing(typed.toLowerCase(Locale.ROOT)))
                .setParameter(
                        3,
                        containing(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                                .toUpperCase(Locale.ROOT)))
                .setMaxResults(MOST_FOUND)
                .getResultList();
        var found = new ArrayList<Buyer>();
        for (var row : rows) {
            var columns = (Object[]) row;
            found.add(new Buyer((String) columns[0], (String) columns[1], (String) columns[2], (String) columns[3]));
        }
        return found;
    }

    /** Keeps the buyers of a report that is being saved. What goes wrong here never stops the saving. */
    void remember(Collection<SalesRecord> sales) {
        var buyers = new TreeMap<String, SalesRecord>(); // in one order, so that two who save never wait for each other
        sales.forEach(sale -> buyers.put(sale.buyerUscc().value(), sale));
        try {
            upsert().write(entities.unwrap(Connection.class), List.copyOf(buyers.values()));
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The buyers of a report were not kept for later", e);
        }
    }

    /** Where buyers get mail, by 统一社会信用代码; without those whose address nobody has entered. */
    public Map<String, String> emails() {
        var emails = new HashMap<String, String>();
        for (var row : entities.createNativeQuery(
                        "select uscc, email from buyer where enterprise_id = ?1 and email is not null")
                .setParameter(1, caller.operator().enterpriseId())
                .getResultList()) {
            var columns = (Object[]) row;
            emails.put((String) columns[0], (String) columns[1]);
        }
        return emails;
    }

    /** Keeps where this buyer gets mail, for the next time. */
    public void rememberEmail(String uscc, String email) {
        entities.createNativeQuery("update buyer set email = ?1 where enterprise_id = ?2 and uscc = ?3")
                .setParameter(1, email)
                .setParameter(2, caller.operator().enterpriseId())
                .setParameter(3, uscc)
                .executeUpdate();
    }

    private BulkUpsert<SalesRecord> upsert() {
        var enterprise = caller.operator().enterpriseId();
        var now = time.now().atOffset(ZoneOffset.UTC);
        return BulkUpsert.<SalesRecord>into("buyer", "enterprise_id", "uscc")
                .column("enterprise_id", Type.BIGINT, sale -> enterprise)
                .column("uscc", Type.TEXT, sale -> sale.buyerUscc().value())
                .column("name", Type.TEXT, SalesRecord::buyerName)
                .column("address", Type.TEXT, SalesRecord::buyerAddress)
                .column("contact", Type.TEXT, SalesRecord::buyerContact)
                .column("used_at", Type.INSTANT, sale -> now);
    }

    private static String containing(String part) {
        return "%" + part.replaceAll("[!%_]", "!$0") + "%";
    }
}
