package org.suyuan.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A fresh database for one portal: embedded H2 or a real PostgreSQL, as {@code -Dsuyuan.test.database} says. */
public interface TestDatabase {

    /** What the portal is told through its environment. */
    Map<String, String> environment();

    /** A connection beside the running portal's own. */
    Connection connect() throws SQLException;

    static TestDatabase fresh(Path home) {
        return "postgresql".equals(System.getProperty("suyuan.test.database")) ? new PostgreSql() : new H2(home);
    }

    /** H2 in the portal's home, opened so that a test can look into it while the portal runs. */
    record H2(Path home) implements TestDatabase {

        private String url() {
            return "jdbc:h2:file:" + home.resolve("db/suyuan") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;AUTO_SERVER=TRUE";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("SUYUAN_DB_URL", url());
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url(), "suyuan", "suyuan");
        }
    }

    /** A database of its own in the one PostgreSQL server of this test run. */
    record PostgreSql(String name) implements TestDatabase {

        private static EmbeddedPostgres server;

        PostgreSql() {
            this("portal_" + UUID.randomUUID().toString().replace("-", ""));
            try (var connection = connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("No database for this test", e);
            }
        }

        private static synchronized EmbeddedPostgres server() {
            if (server == null) {
                try {
                    server = EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "200")
                            .start();
                } catch (IOException e) {
                    throw new UncheckedIOException("PostgreSQL does not start", e);
                }
            }
            return server;
        }

        private static Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(server().getJdbcUrl("postgres", database));
        }

        @Override
        public Map<String, String> environment() {
            return Map.of(
                    "SUYUAN_DB_URL",
                    "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + name,
                    "SUYUAN_DB_USER",
                    "postgres");
        }

        @Override
        public Connection connect() throws SQLException {
            return connect(name);
        }
    }
}
