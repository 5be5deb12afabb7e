package org.suyuan.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Proves that the audit log is as it was sealed (F19): {@code java -jar suyuan.jar --verify-audit} runs it without a server.
 *
 * @param sealed events in the chain
 * @param unsealed events that were written, but not sealed yet
 * @param head seal of the last event; who notes it elsewhere can later prove that nothing before it was rewritten
 * @param fault the first event that is wrong and what is wrong with it, or null
 */
public record AuditVerification(long sealed, long unsealed, String head, String fault) {

    static final String BEGINNING = "0".repeat(64);
    private static final int ROWS_AT_ONCE = 1_000;

    /**
     * Prints what it found; exits with 1 when an event is wrong, with 2 when the log cannot be read.
     *
     * @param arguments address, user and password of the database; then, if there is one, a seal noted earlier, which must
     *     still be in the chain: whoever can write to the database could also make a new chain
     */
    public static void main(String[] arguments) {
        try (var connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            var result = of(connection, arguments.length > 3 ? arguments[3] : BEGINNING);
            System.out.println(result.sentence());
            System.exit(result.fault() == null ? 0 : 1);
        } catch (SQLException e) {
            System.err.println("The audit log cannot be read; stop the portal when its database is the embedded one. "
                    + e.getMessage());
            System.exit(2);
        }
    }

    String sentence() {
        return fault == null
                ? "The audit log is sound: %d events sealed, %d not sealed yet, last seal %s"
                        .formatted(sealed, unsealed, head)
                : "The audit log was changed: " + fault;
    }

    /** Reads the whole chain from its beginning, or from its anchor; the noted seal must be one of its seals. */
    static AuditVerification of(Connection connection, String noted) throws SQLException {
        connection.setAutoCommit(false); // else PostgreSQL would send all rows at once
        var anchor = AuditAnchor.of(connection);
        if (!anchor.isSealed(connection)) {
            return fault(anchor.sealNo(), "no event tells that those up to " + anchor.sealNo() + " were removed");
        }
        long sealNo = anchor.sealNo();
        var seal = anchor.seal();
        boolean notedSeen = noted.equals(BEGINNING) || noted.equals(seal);
        try (var query = connection.prepareStatement("select seal_no, seal, " + ChainedEvent.COLUMNS
                + " from audit_event where seal_no > ? order by seal_no")) {
            query.setLong(1, sealNo);
            query.setFetchSize(ROWS_AT_ONCE);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var event = ChainedEvent.read(rows);
                    sealNo++;
                    if (rows.getLong("seal_no") != sealNo) {
                        return fault(sealNo, "event " + sealNo + " of the chain is missing");
                    }
                    seal = event.seal(seal, sealNo);
                    if (!seal.equals(rows.getString("seal"))) {
                        return fault(
                                sealNo,
                                "event %d of the chain (id %d, %s, %s by %s) is not what was sealed"
                                        .formatted(
                                                sealNo, event.id(), event.happenedAt(), event.action(), event.actor()));
                    }
                    notedSeen |= seal.equals(noted);
                }
            }
        }
        return notedSeen
                ? end(connection, sealNo, seal)
                : fault(sealNo, "no event has the seal " + noted + "; " + anchor.orElse("the chain was made anew"));
    }

    private static AuditVerification end(Connection connection, long sealNo, String seal) throws SQLException {
        var end = end(connection);
        if (end.fault() != null) {
            return fault(sealNo, end.fault());
        }
        if (end.sealed() > sealNo) {
            return fault(sealNo, "event " + (sealNo + 1) + " of the chain is missing");
        }
        return end.sealed() < sealNo || !end.head().equals(seal)
                ? fault(sealNo, "the end of the chain is not what was sealed")
                : end;
    }

    /** The end of the chain as it is noted, without a look at the chain. */
    static AuditVerification end(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select seal_no, seal,"
                        + " (select count(*) from audit_event where seal_no is null) as unsealed from audit_head");
                var head = query.executeQuery()) {
            return head.next()
                    ? new AuditVerification(
                            head.getLong("seal_no"), head.getLong("unsealed"), head.getString("seal"), null)
                    : fault(0, "the end of the chain is missing");
        }
    }

    private static AuditVerification fault(long sealed, String what) {
        return new AuditVerification(sealed, 0, null, what);
    }
}
