package org.suyuan.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Work that only one node of the cluster may do at a time. A node holds a lease for ten seconds from its last call;
 * when it dies, another takes over. The database's clock decides. Nobody gets the lease of a duty that is paused. Called by
 * the timetable and by long work under way.
 */
@Stateless
@PermitAll
public class Leases {

    private static final String THIS_NODE = ConfigProvider.getConfig()
                    .getOptionalValue("suyuan.node", String.class)
                    .map(node -> node + "-")
                    .orElse("")
            + UUID.randomUUID();
    private static final String NOT_PAUSED = " and not exists (select 1 from paused_duty where name = ?)";
    private static final String CLASS_OF_CONSTRAINT_VIOLATIONS = "23";

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Resource
    private EJBContext context;

    /** Name of this node ({@code suyuan.node}, {@code SUYUAN_NODE}), another one after each start. */
    public static String thisNode() {
        return THIS_NODE;
    }

    /** True when this node may do the work for the next ten seconds. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean hold(String name) {
        try (var connection = database.getConnection()) {
            return renewed(connection, name) || taken(connection, name);
        } catch (SQLException e) {
            context.setRollbackOnly();
            if (e.getSQLState() != null && e.getSQLState().startsWith(CLASS_OF_CONSTRAINT_VIOLATIONS)) {
                return false; // another node was first
            }
            throw new IllegalStateException("The lease " + name + " cannot be read", e);
        }
    }

    private static boolean renewed(Connection connection, String name) throws SQLException {
        try (var update = connection.prepareStatement(
                "update lease set holder = ?, expires_at = current_timestamp + interval '10' second"
                        + " where name = ? and (holder = ? or expires_at < current_timestamp)" + NOT_PAUSED)) {
            update.setString(1, THIS_NODE);
            update.setString(2, name);
            update.setString(3, THIS_NODE);
            update.setString(4, name);
            return update.executeUpdate() == 1;
        }
    }

    private static boolean taken(Connection connection, String name) throws SQLException {
        try (var insert = connection.prepareStatement("insert into lease (name, holder, expires_at)"
                + " select cast(? as varchar(60)), cast(? as varchar(60)), current_timestamp + interval '10' second"
                + " where not exists (select 1 from lease where name = ?)" + NOT_PAUSED)) {
            insert.setString(1, name);
            insert.setString(2, THIS_NODE);
            insert.setString(3, name);
            insert.setString(4, name);
            return insert.executeUpdate() == 1;
        }
    }

    /** The node that has it at this moment. */
    public Optional<String> holder(String name) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select holder from lease where name = ? and expires_at >= current_timestamp")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lease " + name + " cannot be read", e);
        }
    }
}
