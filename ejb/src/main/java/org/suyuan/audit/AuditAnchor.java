package org.suyuan.audit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the chain of the audit log begins since older events were removed at the end of their retention: with the seal of
 * the last of them. An event later in the chain tells of it, so nobody can cut off a beginning in silence.
 */
record AuditAnchor(long sealNo, String seal) {

    /** Of the event that tells; its subject is the seal. */
    static final String ACTION = "retention.anchor";

    static AuditAnchor of(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select anchor_no, anchor_seal from audit_head");
                var row = query.executeQuery()) {
            return row.next()
                    ? new AuditAnchor(row.getLong(1), row.getString(2))
                    : new AuditAnchor(0, AuditVerification.BEGINNING);
        }
    }

    /** What it does not tell, another event in the chain, or about to be sealed, does. */
    boolean isSealed(Connection connection) throws SQLException {
        if (sealNo == 0) {
            return seal.equals(AuditVerification.BEGINNING);
        }
        try (var query = connection.prepareStatement("select 1 from audit_event where subject = ? and action = ?"
                + " and (seal_no is null or seal_no > ?)")) {
            query.setString(1, seal);
            query.setString(2, ACTION);
            query.setLong(3, sealNo);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    String orElse(String otherReason) {
        return sealNo == 0
                ? otherReason
                : "it is of one of those up to " + sealNo + " that were removed, or " + otherReason;
    }
}
