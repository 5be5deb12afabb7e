package org.suyuan.recall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.suyuan.identity.Caller;
import org.suyuan.shared.Refusal;

/** Recall tasks of the caller's enterprise: the one door through which any task is loaded for a person. */
@ApplicationScoped
public class OwnedTasks {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    public Optional<RecallTask> find(String taskNo) {
        return find(taskNo, LockModeType.NONE);
    }

    /** Locks the task with all its rounds until the transaction ends. */
    public RecallTask forChange(String taskNo) {
        return find(taskNo, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new Refusal("recall.unknown", taskNo));
    }

    private Optional<RecallTask> find(String taskNo, LockModeType lock) {
        return entities.createQuery(
                        "select t from RecallTask t where t.taskNo = :number and t.importer = :owner", RecallTask.class)
                .setParameter("number", taskNo)
                .setParameter("owner", caller.operator().uscc())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
