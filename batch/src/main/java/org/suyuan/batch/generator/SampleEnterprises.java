package org.suyuan.batch.generator;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.suyuan.identity.Enterprise;
import org.suyuan.shared.SocialCreditCode;

/** The importers that generated data belongs to: those the portal knows, or, where it knows none, twenty invented ones. */
@Stateless
@PermitAll
public class SampleEnterprises {

    private static final int INVENTED = 20;

    @PersistenceContext
    private EntityManager entities;

    public List<Enterprise> importers() {
        var known = known();
        if (known.isEmpty()) {
            for (int i = 1; i <= INVENTED; i++) {
                entities.persist(
                        new Enterprise(code("91310115MA1GEN%03d".formatted(i)), "样例第" + i + "食品进口有限公司", "2200"));
            }
            entities.flush();
            known = known();
        }
        return known;
    }

    private List<Enterprise> known() {
        return entities.createQuery("select e from Enterprise e order by e.id", Enterprise.class)
                .getResultList();
    }

    static SocialCreditCode code(String first17) {
        return new SocialCreditCode(first17 + SocialCreditCode.checkDigit(first17));
    }
}
