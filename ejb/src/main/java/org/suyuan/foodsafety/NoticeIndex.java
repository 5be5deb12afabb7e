package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.shared.DatabaseVendor;

/** Where the words of notices are kept and how the database is asked for them: the one part that depends on its make. */
interface NoticeIndex {

    static NoticeIndex of(Connection connection) throws SQLException {
        return DatabaseVendor.of(connection) == DatabaseVendor.H2 ? new H2Index() : new PostgreSqlIndex();
    }

    /** Replaces the words of these notices. */
    void write(Connection connection, Map<Long, Map<String, Weight>> tokens) throws SQLException;

    /** Notices that have these words. */
    Sql having(Wanted wanted);

    /** How well a notice fits these words: the points of those that it has. */
    Sql points(Set<Word> words);

    /** Columns of a notice that {@link #points} needs, each with a comma before it. */
    String counted();

    /** Readies the connection for a search, until its transaction ends. */
    void prepare(Connection connection) throws SQLException;

    /** Whether a search should go through parts of a large category one after the other. */
    boolean inParts();
}
