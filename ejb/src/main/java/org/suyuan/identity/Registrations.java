package org.suyuan.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;
import org.suyuan.shared.Settings;
import org.suyuan.shared.SocialCreditCode;

/**
 * 无卡用户注册 (U6). Whoever registers has proved nothing yet: the account is released by the administrator of the
 * enterprise, or, for the first account of an enterprise, which becomes its administrator, by the staff of the portal. In
 * training mode the first account of an enterprise is released at once. Open to everybody.
 */
@Stateless
@PermitAll
public class Registrations {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_ONE_ADDRESS = 10;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountBook book;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private PasswordQueue queue;

    @Inject
    private CodeTables codeTables;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * @param address where it comes from
     * @return whether the account can be used at once
     */
    public boolean register(@NotNull @Valid Registration form, String address) {
        var hash = queue.forStranger(
                address, () -> hashes.ofChosen(form.getPassword().getPassword())); // before any connection is taken
        refuseFlood(address);
        book.requireFree(form.loginName());
        if (!codeTables.knows(CodeTable.CUSTOMS, form.getCustomsDistrict(), time.today())) {
            throw new Refusal("identity.unknownDistrict", form.getCustomsDistrict());
        }
        var uscc = new SocialCreditCode(form.getUscc());
        var known = book.enterprise(uscc);
        if (known.filter(Enterprise::isAuthority).isPresent()) {
            throw new Refusal("identity.isAuthority", uscc);
        }
        var enterprise = known.orElseGet(
                () -> new Enterprise(uscc, form.getEnterpriseName().strip(), form.getCustomsDistrict()));
        entities.persist(enterprise);
        var account = Account.registered(
                form,
                hash,
                enterprise,
                known.isPresent() ? Roles.ENTERPRISE : Roles.ENTERPRISE_ADMIN,
                address,
                time.now());
        boolean released = settings.training() && known.isEmpty();
        if (released) {
            account.activate();
        }
        entities.persist(account);
        audit.record(
                new Actor(form.loginName(), uscc.value(), address),
                "identity.register",
                form.loginName(),
                form.getEnterpriseName().strip());
        return released;
    }

    private void refuseFlood(String address) {
        var recent = entities.createQuery(
                        "select count(a.id) from Account a where a.openedFrom = :address and a.openedAt > :since",
                        Long.class)
                .setParameter("address", address)
                .setParameter("since", time.now().minus(WINDOW))
                .getSingleResult();
        if (recent >= FROM_ONE_ADDRESS) {
            throw new Refusal("identity.tooManyRegistrations");
        }
    }
}
