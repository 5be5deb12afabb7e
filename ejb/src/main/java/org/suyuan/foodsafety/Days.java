package org.suyuan.foodsafety;

import java.time.LocalDate;

/** Days from one to another, both included; null where there is no end. */
public record Days(LocalDate from, LocalDate to) {

    public static final Days ANY = new Days(null, null);

    Sql within(NoticeField field) {
        var sql = Sql.of("");
        if (from != null) {
            sql = sql.then(Sql.of(" and n." + field.column() + " >= ?", from));
        }
        return to == null ? sql : sql.then(Sql.of(" and n." + field.column() + " <= ?", to));
    }
}
