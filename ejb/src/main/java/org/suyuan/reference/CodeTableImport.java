package org.suyuan.reference;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;

/** Stores new versions of code tables. Called by the job {@code import-code-tables} and at start. */
@Stateless
@PermitAll
public class CodeTableImport {

    private record Key(CodeTable table, String code, LocalDate validFrom) {}

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    /** Adds the entries or replaces those of the same table, code and first day, unless a newer message wrote them. */
    public void store(List<CodeEntry> entries, Instant messageTime) {
        var latest = new LinkedHashMap<Key, CodeEntry>();
        entries.forEach(entry -> latest.put(new Key(entry.table(), entry.code(), entry.validFrom()), entry));
        try (var connection = database.getConnection()) {
            upsert(messageTime).write(connection, List.copyOf(latest.values()));
        } catch (SQLException e) {
            throw new IllegalStateException("Code tables cannot be stored", e);
        }
    }

    private static BulkUpsert<CodeEntry> upsert(Instant messageTime) {
        return BulkUpsert.<CodeEntry>into("code_entry", "code_table", "code", "valid_from")
                .column("code_table", Type.TEXT, entry -> entry.table().name())
                .column("code", Type.TEXT, CodeEntry::code)
                .column("valid_from", Type.DATE, CodeEntry::validFrom)
                .column("name_zh", Type.TEXT, CodeEntry::nameZh)
                .column("name_en", Type.TEXT, CodeEntry::nameEn)
                .column("valid_to", Type.DATE, CodeEntry::validTo)
                .column("message_time", Type.INSTANT, entry -> messageTime.atOffset(ZoneOffset.UTC))
                .updateOnlyIf("t.message_time <= n.message_time");
    }
}
