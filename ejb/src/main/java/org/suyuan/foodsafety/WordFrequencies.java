package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.foodsafety.Wanted.All;
import org.suyuan.foodsafety.Wanted.Any;
import org.suyuan.foodsafety.Wanted.Has;

/**
 * In what share of the notices the frequent words stand, from the statistics that PostgreSQL keeps of their index for its
 * planner. A search goes by them before it asks.
 *
 * @param shares of the frequent words; the others are rarer than any of them
 */
record WordFrequencies(TreeMap<String, Double> shares, double notices) {

    private static final double RARE = 0.005;

    static WordFrequencies read(Connection connection) throws SQLException {
        var shares = new TreeMap<String, Double>();
        double notices = 0;
        var sql = Sql.of(
                "select c.reltuples, s.most_common_elems::text::text[], s.most_common_elem_freqs"
                        + " from pg_stats s join pg_class c on c.oid = to_regclass('food_safety_notice')"
                        + " where s.schemaname = current_schema() and s.tablename = 'food_safety_notice' and s.attname = 'tokens'");
        try (var statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            if (row.next() && row.getArray(2) != null) {
                notices = row.getDouble(1);
                var words = (String[]) row.getArray(2).getArray();
                var frequencies = (Float[]) row.getArray(3).getArray(); // some more than words
                for (int i = 0; i < words.length; i++) {
                    shares.put(words[i], (double) frequencies[i]);
                }
            }
        }
        return new WordFrequencies(shares, notices);
    }

    /** How many notices would have these words if no word went with another. */
    long likely(Wanted wanted) {
        return Math.round(notices * share(wanted, false));
    }

    /** About how many notices have these words at most. */
    long most(Wanted wanted) {
        return Math.round(notices * share(wanted, true));
    }

    private double share(Wanted wanted, boolean most) {
        if (wanted instanceof Has has) {
            return share(has.word());
        }
        if (wanted instanceof All all) {
            var parts = all.parts().stream().mapToDouble(part -> share(part, most));
            return most ? parts.min().orElse(1) : parts.reduce(1, (one, other) -> one * other);
        }
        return Math.min(
                1,
                ((Any) wanted)
                        .parts().stream().mapToDouble(part -> share(part, most)).sum());
    }

    private double share(Word word) {
        if (!word.prefix()) {
            return shares.getOrDefault(word.token(), RARE / 2);
        }
        return RARE
                + shares.subMap(word.token(), word.token() + Character.MAX_VALUE).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    /** The same without words that begin like a frequent one: that alone finds enough, and the others take long. */
    Wanted withoutNeedlessPrefixes(Wanted wanted) {
        if (wanted instanceof Has has) {
            return has.word().prefix() && shares.containsKey(has.word().token())
                    ? Wanted.has(has.word().token())
                    : has;
        }
        return wanted instanceof All all ? new All(each(all.parts())) : new Any(each(((Any) wanted).parts()));
    }

    private List<Wanted> each(List<Wanted> parts) {
        return parts.stream().map(this::withoutNeedlessPrefixes).collect(Collectors.toList());
    }
}
