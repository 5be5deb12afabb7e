package org.suyuan.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The sealed audit log as a whole, outside any transaction. Called by the console and by those who watch the server. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditChain {

    private interface Question {
        AuditVerification of(Connection connection) throws SQLException;
    }

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    /** Where the chain ends, and how much is not sealed yet; nothing is verified. */
    public AuditVerification end() {
        return ask(AuditVerification::end);
    }

    /** @param noted a seal that must be in the chain */
    public AuditVerification verify(String noted) {
        return ask(connection -> AuditVerification.of(connection, noted));
    }

    private AuditVerification ask(Question question) {
        try (var connection = database.getConnection()) {
            try {
                return question.of(connection);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true); // it goes back to the others
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be read", e);
        }
    }
}
