package org.suyuan.exchange.inbound;

import jakarta.ejb.ApplicationException;

/** Another node has taken the file over; what this one was about to write about it is rolled back. */
@ApplicationException(rollback = true)
public class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLost(long fileId, String holder) {
        super("Inbound file " + fileId + " is no longer held by " + holder);
    }
}
