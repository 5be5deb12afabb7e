package org.suyuan.batch.generator;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.suyuan.identity.Enterprise;
import org.suyuan.shared.SocialCreditCode;

/** The importers that generated data belongs to: those the portal knows, or, where it knows none, twenty invented ones. */
@Stateless
@PermitAll
public class SampleEnterprises {

    private static final int INVENTED = 20;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    public List<Enterprise> importers() {
        try (var connection = database.getConnection()) {
            if (known(connection).isEmpty()) {
                invent(connection);
            }
            return known(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Enterprises cannot be read", e);
        }
    }

    private static List<Enterprise> known(Connection connection) throws SQLException {
        var enterprises = new ArrayList<Enterprise>();
        try (var query = connection.prepareStatement(
                        "select uscc, name, customs_district from enterprise where not authority order by id");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                enterprises.add(
                        new Enterprise(new SocialCreditCode(rows.getString(1)), rows.getString(2), rows.getString(3)));
            }
        }
        return enterprises;
    }

    private static void invent(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("insert into enterprise (id, uscc, name, customs_district)"
                + " values (nextval('enterprise_seq'), ?, ?, '2200')")) {
            for (int i = 1; i <= INVENTED; i++) {
                insert.setString(1, code("91310115MA1GEN%03d".formatted(i)).value());
                insert.setString(2, "样例第" + i + "食品进口有限公司");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static SocialCreditCode code(String first17) {
        return new SocialCreditCode(first17 + SocialCreditCode.checkDigit(first17));
    }
}
