package org.suyuan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.Roles;
import org.suyuan.shared.SocialCreditCode;

/**
 * 监管 (U3): an operator of an authority finds any enterprise and looks at its records, one enterprise at a time. From then on
 * every owned query shows him those; no use case that changes anything lets him in.
 */
@Stateless
@RolesAllowed(Roles.REGULATOR)
public class Supervision {

    /** Lists show and count this many hits; a user with more refines the query. */
    public static final int MOST_HITS = 1000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /**
     * One page of the enterprises whose name or 统一社会信用代码 contains this, by name.
     *
     * @param sought nothing for all
     */
    public List<SupervisedEnterprise> page(String sought, int first, int size) {
        var rows = query("id, uscc, name, customs_district", sought, " order by name, id")
                .setFirstResult(first)
                .setMaxResults(Math.max(0, Math.min(size, MOST_HITS - first)))
                .getResultList();
        return Stream.of(rows.toArray())
                .map(row -> (Object[]) row)
                .map(columns -> new SupervisedEnterprise(
                        ((Number) columns[0]).longValue(),
                        new SocialCreditCode((String) columns[1]),
                        (String) columns[2],
                        (String) columns[3]))
                .toList();
    }

    /** The number of hits; {@link #MOST_HITS} + 1 stands for any larger number. */
    public int count(String sought) {
        return query("id", sought, "")
                .setMaxResults(MOST_HITS + 1)
                .getResultList()
                .size();
    }

    private Query query(String columns, String sought, String order) {
        var part = sought == null
                ? ""
                : Normalizer.normalize(sought.strip(), Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[!%_]", "!$0");
        return entities.createNativeQuery("select " + columns + " from enterprise where not authority"
                        + " and (upper(name) like ?1 escape '!' or uscc like ?1 escape '!')" + order)
                .setParameter(1, "%" + part + "%");
    }

    /** From the next request on the caller sees the records of this enterprise. */
    public void lookAt(long enterpriseId) {
        var enterprise = caller.lookAt(enterpriseId);
        audit.record(caller.actor(), "regulator.lookAt", enterprise.uscc().value(), null);
    }

    /** From the next request on the caller sees no records. */
    public void lookAway() {
        caller.actForSelf();
    }
}
