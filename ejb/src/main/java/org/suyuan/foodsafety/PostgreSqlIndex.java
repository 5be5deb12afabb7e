package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.foodsafety.Wanted.All;
import org.suyuan.foodsafety.Wanted.Any;
import org.suyuan.foodsafety.Wanted.Has;

/** A {@code tsvector} with a GIN index. Each word stands once in it, with its greatest weight. */
final class PostgreSqlIndex implements NoticeIndex {

    private static final double RANK_OF_ONE = 10 * Math.PI * Math.PI / 6;
    private static final int MOST_BYTES = 800_000; // a tsvector holds less than 1 MiB

    @Override
    public void write(Connection connection, Map<Long, Map<String, Weight>> tokens) throws SQLException {
        try (var update =
                connection.prepareStatement("update food_safety_notice n set tokens = cast(w.tokens as tsvector)"
                        + " from unnest(cast(? as bigint[]), cast(? as text[])) as w(id, tokens) where n.id = w.id")) {
            update.setArray(
                    1, connection.createArrayOf("bigint", tokens.keySet().toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            tokens.values().stream()
                                    .map(PostgreSqlIndex::vector)
                                    .toArray()));
            update.executeUpdate();
        }
    }

    private static String vector(Map<String, Weight> tokens) {
        var vector = new StringBuilder();
        for (var weight : Weight.values()) { // the most important ones, should there be too many
            tokens.forEach((token, found) -> {
                if (found == weight && vector.length() < MOST_BYTES / 3) {
                    vector.append(quoted(token))
                            .append(":1")
                            .append(weight.label())
                            .append(' ');
                }
            });
        }
        return vector.toString();
    }

    @Override
    public Sql having(Wanted wanted) {
        return Sql.of("n.tokens @@ cast(? as tsquery)", query(wanted));
    }

    private static String query(Wanted wanted) {
        if (wanted instanceof Has has) {
            return lexeme(has.word());
        }
        return wanted instanceof All all ? joined(all.parts(), " & ") : joined(((Any) wanted).parts(), " | ");
    }

    private static String joined(List<Wanted> parts, String between) {
        return parts.stream().map(PostgreSqlIndex::query).collect(Collectors.joining(between, "(", ")"));
    }

    /**
     * Any word counts by itself: with "and" PostgreSQL would measure distances, which this vector does not know. Its rank is
     * a mean with a factor of its own; undone, it is the sum of points.
     */
    @Override
    public Sql points(Set<Word> words) {
        var any = words.stream().map(PostgreSqlIndex::lexeme).collect(Collectors.joining(" | "));
        return Sql.of(
                "? * ts_rank('{0.1, 0.2, 0.4, 1.0}', n.tokens, cast(? as tsquery))", RANK_OF_ONE * words.size(), any);
    }

    @Override
    public String counted() {
        return ", n.tokens";
    }

    /**
     * Room for the places of a frequent word; no compiling, which takes longer than what it would speed up; and a plan for the
     * words that are asked for, since frequent ones need another one than rare ones.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set local work_mem = '32MB'; set local jit = off; set local plan_cache_mode = force_custom_plan");
        }
    }

    @Override
    public boolean inParts() {
        return true;
    }

    private static String lexeme(Word word) {
        return quoted(word.token()) + (word.prefix() ? ":*" : "");
    }

    private static String quoted(String token) {
        return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
