package org.suyuan.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Seals what was written to the audit log since the last time, so that no event can be altered or taken out afterwards
 * without {@link AuditVerification} noticing. Apart from the acts themselves, which need not queue for the end of the chain.
 * Called by its duty only.
 */
@Stateless
@PermitAll
public class AuditSealer {

    private static final int EVENTS_AT_ONCE = 1_000;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    /** @return true when there may be more to seal */
    public boolean sealNext() {
        try (var connection = database.getConnection()) {
            return sealNext(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be sealed", e);
        }
    }

    private static boolean sealNext(Connection connection) throws SQLException {
        long sealNo;
        String seal;
        try (var query = connection.prepareStatement("select seal_no, seal from audit_head for update");
                var head = query.executeQuery()) {
            head.next();
            sealNo = head.getLong(1);
            seal = head.getString(2);
        }
        var events = unsealed(connection);
        try (var update = connection.prepareStatement("update audit_event set seal_no = ?, seal = ? where id = ?")) {
            for (var event : events) {
                seal = event.seal(seal, ++sealNo);
                update.setLong(1, sealNo);
                update.setString(2, seal);
                update.setLong(3, event.id());
                update.addBatch();
            }
            update.executeBatch();
        }
        try (var update = connection.prepareStatement("update audit_head set seal_no = ?, seal = ?")) {
            update.setLong(1, sealNo);
            update.setString(2, seal);
            update.executeUpdate();
        }
        return events.size() == EVENTS_AT_ONCE;
    }

    private static List<ChainedEvent> unsealed(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select " + ChainedEvent.COLUMNS
                        + " from audit_event where seal_no is null order by id fetch first " + EVENTS_AT_ONCE
                        + " rows only");
                var rows = query.executeQuery()) {
            var events = new ArrayList<ChainedEvent>();
            while (rows.next()) {
                events.add(ChainedEvent.read(rows));
            }
            return events;
        }
    }
}
