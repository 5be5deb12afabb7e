package org.suyuan.reference;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Looks up what codes mean on a day. The tables are small and read whole; each node reads them again once a minute, so
 * that a new version from customs shows everywhere within that time.
 */
@ApplicationScoped
public class CodeTables {

    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int[] GOODS_CODE_LENGTHS = {13, 10, 8};
    private static final DateTimeFormatter CALENDAR_DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private record Snapshot(long readAt, Map<CodeTable, Map<String, List<CodeEntry>>> entries) {}

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    private volatile Snapshot snapshot;

    /** The name of a code on a day; the code itself when nobody knows it. A goods code falls back on its 8 digits. */
    public String name(CodeTable table, String code, LocalDate day, Locale locale) {
        return find(table, code, day).map(entry -> entry.name(locale)).orElse(code);
    }

    public boolean knows(CodeTable table, String code, LocalDate day) {
        return find(table, code, day).isPresent();
    }

    /** The codes that are valid on a day, in the order of the codes. */
    public List<CodeName> list(CodeTable table, LocalDate day, Locale locale) {
        return entries(table).values().stream()
                .flatMap(versions -> latest(versions, day).stream())
                .sorted(Comparator.comparing(CodeEntry::code))
                .map(entry -> new CodeName(entry.code(), entry.name(locale)))
                .toList();
    }

    /** True when the goods code belongs to a chapter of the tariff that is counted as food. */
    public boolean isFood(String goodsCode, LocalDate day) {
        return goodsCode.length() >= 2 && knows(CodeTable.FOOD_CHAPTER, goodsCode.substring(0, 2), day);
    }

    /** The calendar as it is known now. */
    public WorkingDays workingDays() {
        return new WorkingDays(
                day -> knows(CodeTable.HOLIDAY, CALENDAR_DAY.format(day), day),
                day -> knows(CodeTable.MAKE_UP_DAY, CALENDAR_DAY.format(day), day));
    }

    /** What a code means on a day. */
    public Optional<CodeEntry> find(CodeTable table, String code, LocalDate day) {
        if (code == null) {
            return Optional.empty();
        }
        var entries = entries(table);
        var found = latest(entries.get(code), day);
        if (table == CodeTable.HS) {
            for (int length : GOODS_CODE_LENGTHS) {
                if (found.isEmpty() && code.length() > length) {
                    found = latest(entries.get(code.substring(0, length)), day);
                }
            }
        }
        return found;
    }

    private static Optional<CodeEntry> latest(List<CodeEntry> versions, LocalDate day) {
        CodeEntry latest = null;
        for (var entry : versions == null ? List.<CodeEntry>of() : versions) { // imports ask for millions: no stream
            if (entry.validOn(day) && (latest == null || entry.validFrom().isAfter(latest.validFrom()))) {
                latest = entry;
            }
        }
        return Optional.ofNullable(latest);
    }

    private Map<String, List<CodeEntry>> entries(CodeTable table) {
        var current = snapshot;
        if (current == null || System.nanoTime() - current.readAt() > FRESH_NANOS) {
            current = read();
            snapshot = current;
        }
        return current.entries().getOrDefault(table, Map.of());
    }

    private Snapshot read() {
        var tables = new EnumMap<CodeTable, Map<String, List<CodeEntry>>>(CodeTable.class);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select code_table, code, name_zh, name_en, valid_from, valid_to from code_entry");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                var entry = new CodeEntry(
                        CodeTable.valueOf(rows.getString(1)),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getObject(5, LocalDate.class),
                        rows.getObject(6, LocalDate.class));
                tables.computeIfAbsent(entry.table(), table -> new HashMap<>())
                        .computeIfAbsent(entry.code(), code -> new ArrayList<>(1))
                        .add(entry);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Code tables cannot be read", e);
        }
        return new Snapshot(System.nanoTime(), tables);
    }
}
