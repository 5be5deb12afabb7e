package org.suyuan.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.shared.BusinessTime;

/** The mails that wait. Called by the use cases that write them, in their transaction, and by {@link MailDispatch}. */
@Stateless
@PermitAll
public class MailOutbox {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private MailSettings settings;

    @Inject
    private Event<MailSent> told;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * Writes a mail that leaves soon after this transaction. Of two for the same occasion the second breaks its transaction.
     *
     * @return false when mail is off: then nothing is written
     */
    public boolean post(Mail mail) {
        if (settings.on()) {
            var marked = new Mail(mail.occasion(), mail.recipient(), settings.mark() + mail.subject(), mail.body());
            entities.persist(new MailMessage(marked, settings.domain(), time.now()));
        }
        return settings.on();
    }

    /** Those of these occasions that have their mail already. */
    public Set<String> posted(Collection<String> occasions) {
        return occasions.isEmpty()
                ? Set.of()
                : new TreeSet<>(entities.createQuery(
                                "select m.occasion from MailMessage m where m.occasion in :occasions", String.class)
                        .setParameter("occasions", occasions)
                        .getResultList());
    }

    /** Removes the mails for occasions of this kind: what they say is over, and was for one reader only. */
    public void forget(String kind, Instant before) {
        entities.createQuery("delete from MailMessage m where m.occasion like :kind and m.createdAt < :before")
                .setParameter("kind", kind + "%")
                .setParameter("before", before)
                .executeUpdate();
    }

    public List<Long> due(int most) {
        return entities.createQuery(
                        "select m.id from MailMessage m where m.state = :waiting and m.nextAttemptAt <= :now"
                                + " order by m.nextAttemptAt, m.id",
                        Long.class)
                .setParameter("waiting", MailMessage.State.WAITING)
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList();
    }

    public long waitingCount() {
        return entities.createQuery("select count(m) from MailMessage m where m.state = :waiting", Long.class)
                .setParameter("waiting", MailMessage.State.WAITING)
                .getSingleResult();
    }

    public MailMessage message(long id) {
        return entities.find(MailMessage.class, id);
    }

    public void sent(long id) {
        var message = locked(id);
        if (message.state() == MailMessage.State.WAITING) {
            var now = time.now();
            message.sent(now);
            told.fire(new MailSent(message.occasion(), true, now));
            audit.record(Actor.system("mail"), "mail.sent", message.occasion(), message.recipient());
        }
    }

    public void failed(long id, String error) {
        var message = locked(id);
        var now = time.now();
        if (message.state() == MailMessage.State.WAITING && message.failed(error, now)) {
            told.fire(new MailSent(message.occasion(), false, now));
            audit.record(Actor.system("mail"), "mail.givenUp", message.occasion(), error);
        }
    }

    private MailMessage locked(long id) {
        return entities.find(MailMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
