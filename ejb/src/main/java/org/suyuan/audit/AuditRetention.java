package org.suyuan.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Where the chain of the audit log will begin once the events before a time are removed (F26). Called by the removal of
 * records only.
 */
@Stateless
@PermitAll
public class AuditRetention {

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private AuditLog log;

    /**
     * Moves the beginning of the chain behind the last event before the first one that is kept; an event that tells of it is
     * written in the same transaction. Those before it may be removed from then on.
     */
    public void begin(Instant firstKept) {
        try (var connection = database.getConnection()) {
            var found = lastBefore(connection, firstKept);
            if (found.isPresent()) {
                var anchor = found.get();
                try (var update = connection.prepareStatement("update audit_head set anchor_no = ?, anchor_seal = ?")) {
                    update.setLong(1, anchor.sealNo());
                    update.setString(2, anchor.seal());
                    update.executeUpdate();
                }
                log.record(
                        Actor.system("purge"),
                        AuditAnchor.ACTION,
                        anchor.seal(),
                        "events up to " + anchor.sealNo() + " of the chain are removed");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be read", e);
        }
    }

    /** How many events a new beginning would leave out. */
    public long removable(Instant firstKept) {
        try (var connection = database.getConnection()) {
            var found = lastBefore(connection, firstKept);
            return found.isEmpty()
                    ? 0
                    : found.get().sealNo() - AuditAnchor.of(connection).sealNo();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be read", e);
        }
    }

    /** In the order of the chain, which is nearly that of time: an older event behind a newer one waits for it. */
    private static Optional<AuditAnchor> lastBefore(Connection connection, Instant firstKept) throws SQLException {
        var old = AuditAnchor.of(connection);
        try (var query = connection.prepareStatement("select e.seal_no, e.seal from audit_event e where e.seal_no > ?"
                + " and e.seal_no < (select coalesce(min(k.seal_no), 9223372036854775807) from audit_event k where k.seal_no > ?"
                + " and k.happened_at >= ?) order by e.seal_no desc fetch first 1 rows only")) {
            query.setLong(1, old.sealNo());
            query.setLong(2, old.sealNo());
            query.setObject(3, firstKept.atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(new AuditAnchor(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        }
    }
}
