package org.suyuan.reference;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;
import org.suyuan.shared.FillingTurn;
import org.suyuan.shared.Sha256;
import org.suyuan.shared.table.CsvText;

/** Loads the code tables that came with this version of the portal, if their bytes differ from those loaded last. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ShippedCodeTables {

    /** Older than any message, so that what customs has sent wins. */
    private static final Instant SHIPPED = Instant.EPOCH;

    private static final LocalDate SINCE_EVER = LocalDate.of(2000, 1, 1);

    private record Load(String table, String sha256) {}

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private CodeTableImport codeTables;

    @Inject
    private FillingTurn turn;

    @PostConstruct
    void loadChanged() {
        turn.take();
        try (var connection = database.getConnection()) {
            for (var table : CodeTable.values()) {
                var bytes = shipped(table);
                var sha256 = Sha256.of(bytes);
                if (!sha256.equals(loaded(connection, table))) {
                    codeTables.store(entries(table, bytes), SHIPPED);
                    remember(connection, new Load(table.name(), sha256));
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The shipped code tables cannot be loaded", e);
        }
    }

    private static byte[] shipped(CodeTable table) throws IOException {
        var name = "/codes/" + table.name().toLowerCase(Locale.ROOT) + ".csv";
        try (var content = ShippedCodeTables.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static List<CodeEntry> entries(CodeTable table, byte[] bytes) {
        return CsvText.lines(new String(bytes, StandardCharsets.UTF_8), ',')
                .skip(1)
                .map(cells -> new CodeEntry(
                        table,
                        cells.get(0),
                        cells.get(1),
                        cells.get(2).isEmpty() ? null : cells.get(2),
                        SINCE_EVER,
                        null))
                .toList();
    }

    private static String loaded(Connection connection, CodeTable table) throws SQLException {
        try (var query = connection.prepareStatement("select sha256 from code_table_load where code_table = ?")) {
            query.setString(1, table.name());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static void remember(Connection connection, Load load) throws SQLException {
        BulkUpsert.<Load>into("code_table_load", "code_table")
                .column("code_table", Type.TEXT, Load::table)
                .column("sha256", Type.TEXT, Load::sha256)
                .constant("loaded_at", "current_timestamp", "current_timestamp")
                .write(connection, List.of(load));
    }
}
