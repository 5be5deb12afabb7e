package org.suyuan.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many rows in one statement, each inserted or, where its key is known, updated. Columns travel as arrays: on both
 * databases that costs the least. A key must occur once only among the rows.
 */
public final class BulkUpsert<T> {

    /** Types a column may have, with the names they bear as elements of an array. */
    public enum Type {
        TEXT("text", "text", "varchar", "varchar"),
        BIGINT("bigint", "bigint", "bigint", "bigint"),
        INTEGER("integer", "integer", "integer", "integer"),
        QUANTITY("numeric", "numeric", "numeric", "numeric(19, 5)"),
        DATE("date", "date", "date", "date"),
        BYTES("bytea", "bytea", "varbinary", "varbinary"),
        BOOLEAN("boolean", "boolean", "boolean", "boolean"),
        INSTANT("timestamptz", "timestamptz", "timestamp with time zone", "timestamp with time zone");

        private final String postgresElement;
        private final String postgresCast;
        private final String h2Element;
        private final String h2Cast;

        Type(String postgresElement, String postgresCast, String h2Element, String h2Cast) {
            this.postgresElement = postgresElement;
            this.postgresCast = postgresCast;
            this.h2Element = h2Element;
            this.h2Cast = h2Cast;
        }

        String element(DatabaseVendor vendor) {
            return vendor == DatabaseVendor.H2 ? h2Element : postgresElement;
        }

        String parameter(DatabaseVendor vendor) {
            return vendor == DatabaseVendor.H2
                    ? "cast(? as " + h2Cast + " array)"
                    : "cast(? as " + postgresCast + "[])";
        }
    }

    /** Reads one row that was written. */
    @FunctionalInterface
    public interface WrittenRow {
        void read(ResultSet row) throws SQLException;
    }

    private record Column<T>(String name, Type type, Function<T, Object> value, String updated) {}

    private record Constant(String name, String inserted, String updated) {}

    private final String table;
    private final List<String> key;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private String updateCondition = "";
    private String returned = "";

    private BulkUpsert(String table, List<String> key) {
        this.table = table;
        this.key = key;
    }

    public static <T> BulkUpsert<T> into(String table, String... key) {
        return new BulkUpsert<>(table, List.of(key));
    }

    public BulkUpsert<T> column(String name, Type type, Function<T, Object> value) {
        return column(name, type, value, "n." + name);
    }

    /** A column that known rows take from an SQL expression, which names the old row {@code t} and the new one {@code n}. */
    public BulkUpsert<T> column(String name, Type type, Function<T, Object> value, String updated) {
        columns.add(new Column<>(name, type, value, updated));
        return this;
    }

    /** A column with the same SQL expression for all rows; the updating one may name the old row {@code t} and the new one {@code n}. */
    public BulkUpsert<T> constant(String name, String inserted, String updated) {
        constants.add(new Constant(name, inserted, updated));
        return this;
    }

    /** Known rows are updated only if this holds; it names the old row {@code t} and the new one {@code n}. */
    public BulkUpsert<T> updateOnlyIf(String condition) {
        updateCondition = condition;
        return this;
    }

    /** Columns of the rows that were inserted or updated, for {@link #write(Connection, List, WrittenRow)}. */
    public BulkUpsert<T> returning(String columnList) {
        returned = columnList;
        return this;
    }

    public void write(Connection connection, List<T> rows) throws SQLException {
        write(connection, rows, row -> {});
    }

    public void write(Connection connection, List<T> rows, WrittenRow written) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var vendor = DatabaseVendor.of(connection);
        try (var statement = connection.prepareStatement(sql(vendor))) {
            setRows(statement, rows, vendor);
            if (returned.isEmpty()) {
                statement.executeUpdate();
            } else {
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        written.read(result);
                    }
                }
            }
        }
    }

    /** Writes rows none of whose keys is known. PostgreSQL copies them, which costs it least; constants must be numbers or truth values. */
    public void insert(Connection connection, List<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (DatabaseVendor.of(connection) == DatabaseVendor.POSTGRESQL) {
            copied(rows).into(table + " (" + allNames() + ")", connection);
            return;
        }
        try (var statement =
                connection.prepareStatement(insertion(DatabaseVendor.H2).toString())) {
            setRows(statement, rows, DatabaseVendor.H2);
            statement.executeUpdate();
        }
    }

    private CopiedRows copied(List<T> rows) {
        var copied = new CopiedRows();
        for (var row : rows) {
            columns.forEach(column -> copied.add(column.value().apply(row)));
            constants.forEach(constant -> copied.add(constant.inserted()));
            copied.endRow();
        }
        return copied;
    }

    private void setRows(PreparedStatement statement, List<T> rows, DatabaseVendor vendor) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var values = new Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.value().apply(rows.get(row));
            }
            statement.setArray(
                    i + 1, statement.getConnection().createArrayOf(column.type().element(vendor), values));
        }
    }

    String sql(DatabaseVendor vendor) {
        var statement = vendor == DatabaseVendor.H2 ? merge() : insertOnConflict();
        if (returned.isEmpty()) {
            return statement;
        }
        return vendor == DatabaseVendor.H2
                ? "select " + returned + " from final table (" + statement + ")"
                : statement + " returning " + returned;
    }

    private StringBuilder insertion(DatabaseVendor vendor) {
        return new StringBuilder("insert into ")
                .append(table)
                .append(vendor == DatabaseVendor.H2 ? " (" : " as t (")
                .append(allNames())
                .append(") select ")
                .append(names())
                .append(constants.stream().map(c -> ", " + c.inserted()).collect(Collectors.joining()))
                .append(" from ")
                .append(source(vendor));
    }

    private String insertOnConflict() {
        var sql = insertion(DatabaseVendor.POSTGRESQL)
                .append(" on conflict (")
                .append(String.join(", ", key))
                .append(") do update set ")
                .append(assignments("excluded"));
        if (!updateCondition.isEmpty()) {
            sql.append(" where ").append(updateCondition.replaceAll("\\bn\\.", "excluded."));
        }
        return sql.toString();
    }

    private String merge() {
        return "merge into " + table + " t using (select * from " + source(DatabaseVendor.H2) + ") n on "
                + key.stream().map(k -> "t." + k + " = n." + k).collect(Collectors.joining(" and "))
                + " when matched" + (updateCondition.isEmpty() ? "" : " and " + updateCondition)
                + " then update set " + assignments("n")
                + " when not matched then insert (" + allNames() + ") values ("
                + columns.stream().map(c -> "n." + c.name()).collect(Collectors.joining(", "))
                + constants.stream().map(c -> ", " + c.inserted()).collect(Collectors.joining()) + ")";
    }

    private String source(DatabaseVendor vendor) {
        return "unnest("
                + columns.stream().map(c -> c.type().parameter(vendor)).collect(Collectors.joining(", "))
                + ") as n(" + names() + ")";
    }

    private String assignments(String newRow) {
        var fromRow = columns.stream().filter(c -> !key.contains(c.name())).map(c -> c.name() + " = " + c.updated());
        var fixed = constants.stream().map(c -> c.name() + " = " + c.updated());
        return Stream.concat(fromRow, fixed).collect(Collectors.joining(", ")).replaceAll("\\bn\\.", newRow + ".");
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private String allNames() {
        return names() + constants.stream().map(c -> ", " + c.name()).collect(Collectors.joining());
    }
}
