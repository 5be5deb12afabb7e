package org.suyuan.shared;

import java.sql.Connection;
import java.sql.SQLException;

/** The two databases the portal runs on; bulk statements are the only place where they need different words. */
public enum DatabaseVendor {
    H2,
    POSTGRESQL;

    public static DatabaseVendor of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }
}
