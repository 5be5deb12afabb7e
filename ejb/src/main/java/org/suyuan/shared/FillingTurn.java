package org.suyuan.shared;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Which of several starting nodes fills the database with what comes with the portal; the others wait until it has
 * committed, and find it there. Called by startup beans, in the transaction in which they look and fill.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class FillingTurn {

    @PersistenceContext
    private EntityManager entities;

    public void take() {
        entities.createNativeQuery("select id from filling_turn for update").getSingleResult();
    }
}
