package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with the values of its question marks. Nothing that people type ever becomes text of a statement. */
record Sql(String text, List<Object> values) {

    static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    Sql then(Sql more) {
        var all = new ArrayList<>(values);
        all.addAll(more.values());
        return new Sql(text + more.text(), all);
    }

    Sql then(String more) {
        return new Sql(text + more, values);
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
