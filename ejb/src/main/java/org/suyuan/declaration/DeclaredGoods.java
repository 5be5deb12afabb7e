package org.suyuan.declaration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.suyuan.shared.SocialCreditCode;

/** Goods items as customs asks for them, whoever owns them. Called when customs orders a recall, never by pages. */
@Stateless
@PermitAll
public class DeclaredGoods {

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    /**
     * Locks the item until the transaction ends, so that nobody submits a sale of it meanwhile.
     *
     * @return the 境内收货人; empty while the declaration is not known
     */
    public Optional<SocialCreditCode> lock(String declarationNo, int seqNo) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select id, consignee_uscc from declaration where declaration_no = ?")) {
            query.setString(1, declarationNo);
            try (var rows = query.executeQuery()) {
                if (!rows.next() || rows.getString(2) == null) {
                    return Optional.empty();
                }
                lock(connection, rows.getLong(1), seqNo);
                return Optional.of(new SocialCreditCode(rows.getString(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The goods item cannot be locked", e);
        }
    }

    private static void lock(Connection connection, long declarationId, int seqNo) throws SQLException {
        try (var lock = connection.prepareStatement(
                "select id from goods_item where declaration_id = ? and seq_no = ? for update")) {
            lock.setLong(1, declarationId);
            lock.setInt(2, seqNo);
            lock.executeQuery().close();
        }
    }
}
