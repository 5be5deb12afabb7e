package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suyuan.foodsafety.TextQuery.Clause;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.shared.DatabaseVendor;

/** Where the words of notices are kept and how the database is asked for them: the one part that depends on its make. */
interface NoticeIndex {

    static NoticeIndex of(Connection connection) throws SQLException {
        return DatabaseVendor.of(connection) == DatabaseVendor.H2 ? new H2Index() : new PostgreSqlIndex();
    }

    /** Replaces the words of these notices. */
    void write(Connection connection, Map<Long, Map<String, Weight>> tokens) throws SQLException;

    /** Notices that meet all clauses; at least one. */
    Sql meeting(List<Clause> clauses);

    /** How well a notice fits these words, as a number. */
    Sql rank(Set<Word> words);
}
