package org.suyuan.shared;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;

/**
 * Duties and feeds that the staff of the portal has paused, on all nodes and beyond restarts. What is under way is done to
 * its end. Called by the console, and by what may be paused.
 */
@Stateless
@PermitAll
public class Pauses {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BusinessTime time;

    public boolean isPaused(String name) {
        return !entities.createNativeQuery("select 1 from paused_duty where name = ?1")
                .setParameter(1, name)
                .getResultList()
                .isEmpty();
    }

    public void pause(String name) {
        if (!isPaused(name)) {
            entities.createNativeQuery("insert into paused_duty (name, paused_at) values (?1, ?2)")
                    .setParameter(1, name)
                    .setParameter(2, Timestamp.from(time.now()))
                    .executeUpdate();
        }
    }

    public void resume(String name) {
        entities.createNativeQuery("delete from paused_duty where name = ?1")
                .setParameter(1, name)
                .executeUpdate();
    }
}
