package org.suyuan.recall;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.function.Predicate;
import org.suyuan.shared.BusinessTime;
import org.suyuan.trace.CustomsAnswer;
import org.suyuan.trace.TraceStatus;

/** What the exchange with customs tells about a round. Called by the exchange only, never by pages. */
@Stateless
@PermitAll
public class RoundAnswers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BusinessTime time;

    /**
     * Applies an answer to the version it names; a stored round that completes the recall closes it.
     *
     * @return whether the status moved; empty when there is no such round
     */
    public Optional<Boolean> apply(String taskNo, int roundNo, int version, CustomsAnswer answer) {
        return change(taskNo, roundNo, round -> round.take(version, answer), answer);
    }

    /** The gateway took the message of this version, or ({@code taken} false) could not after all its tries. */
    public void dispatched(String taskNo, int roundNo, int version, boolean taken) {
        change(taskNo, roundNo, round -> round.left(version, taken), null);
    }

    private Optional<Boolean> change(String taskNo, int roundNo, Predicate<RecallRound> change, CustomsAnswer answer) {
        return entities.createQuery("select t from RecallTask t where t.taskNo = :number", RecallTask.class)
                .setParameter("number", taskNo)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .flatMap(task -> task.rounds().stream())
                .filter(round -> round.roundNo() == roundNo)
                .findFirst()
                .map(round -> {
                    var moved = change.test(round);
                    if (moved) {
                        entities.persist(new RecallEvent(round, answer, time.now()));
                    }
                    if (moved && round.status() == TraceStatus.CUSTOMS_STORED) {
                        round.task().stored(round);
                    }
                    return moved;
                });
    }
}
