package org.suyuan.batch.imports;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Logger;
import org.suyuan.reference.CodeEntry;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;

/**
 * Codes that none of our tables knows. They are no reason to refuse a declaration, since the tables may lag behind; an
 * administrator should hear of them once a file.
 */
final class UnknownCodes {

    private static final Logger LOG = Logger.getLogger(UnknownCodes.class.getName());
    private static final int MOST = 20;

    private final CodeTables tables;
    private final TreeSet<String> seen = new TreeSet<>();
    private final Map<CodeTable, Map<String, CodeEntry>> known = new EnumMap<>(CodeTable.class);

    UnknownCodes(CodeTables tables) {
        this.tables = tables;
    }

    void look(CodeTable table, String code, LocalDate day) {
        if (seen.size() < MOST && code != null && !knows(table, code, day) && seen.add(table + " " + code)) {
            LOG.warning(() -> "Customs uses a code that is in no table: " + table + " " + code
                    + (seen.size() == MOST ? "; there may be more of them" : ""));
        }
    }

    private boolean knows(CodeTable table, String code, LocalDate day) {
        var entries = known.computeIfAbsent(table, t -> new HashMap<>());
        var entry = entries.get(code);
        if (entry != null && entry.validOn(day)) {
            return true;
        }
        var found = tables.find(table, code, day);
        found.ifPresent(valid -> entries.put(code, valid));
        return found.isPresent();
    }
}
