package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.suyuan.foodsafety.TextQuery.Clause;
import org.suyuan.foodsafety.TextQuery.Word;

/** A {@code tsvector} with a GIN index. Each word stands once in it, with its greatest weight. */
final class PostgreSqlIndex implements NoticeIndex {

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
    public Sql meeting(List<Clause> clauses) {
        var query = clauses.stream()
                .map(clause -> clause.alternatives().stream()
                        .map(words -> words.stream()
                                .map(PostgreSqlIndex::lexeme)
                                .collect(Collectors.joining(" & ", "(", ")")))
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
        return Sql.of("n.tokens @@ cast(? as tsquery)", query);
    }

    /** Any word counts by itself: with "and" PostgreSQL would measure distances, which this vector does not know. */
    @Override
    public Sql rank(Set<Word> words) {
        var any = words.stream()
                .flatMap(word -> word.prefix()
                        ? List.of(lexeme(word), quoted(word.token())).stream()
                        : List.of(lexeme(word)).stream())
                .collect(Collectors.joining(" | "));
        return Sql.of("10 * ts_rank('{0.1, 0.2, 0.4, 1.0}', n.tokens, cast(? as tsquery))", any);
    }

    private static String lexeme(Word word) {
        return quoted(word.token()) + (word.prefix() ? ":*" : "");
    }

    private static String quoted(String token) {
        return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
