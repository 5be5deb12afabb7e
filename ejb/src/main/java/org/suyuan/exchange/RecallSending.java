package org.suyuan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.suyuan.recall.RecallRoundSubmitted;
import org.suyuan.recall.VoluntaryRecallOpened;

/** Puts what importers say about recalls into the outbox, in the transaction of the act: both are kept or neither. */
@ApplicationScoped
class RecallSending {

    @PersistenceContext
    private EntityManager entities;

    void send(@Observes RecallRoundSubmitted event) {
        var round = event.round();
        entities.persist(OutboxMessage.of(RecallRoundMessage.of(round), round.version()));
    }

    void send(@Observes VoluntaryRecallOpened event) {
        entities.persist(OutboxMessage.of(VoluntaryRecallMessage.of(event), 1));
    }
}
