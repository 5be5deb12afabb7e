package org.suyuan.recall.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.suyuan.mail.MailSent;

/** Hears that the mail of a notice left, so that its buyer counts as told, or that it never will. */
@ApplicationScoped
class NoticeMails {

    @PersistenceContext
    private EntityManager entities;

    void note(@Observes MailSent mail) {
        entities.createQuery("select n from BuyerNotice n where n.mailOccasion = :occasion", BuyerNotice.class)
                .setParameter("occasion", mail.occasion())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(notice -> notice.mailLeft(mail.sent(), mail.at()));
    }
}
