package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** About how many notices have these words, if words of one name go together and so do names that mean the same. */
    long likely(Wanted wanted) {
        return Math.round(notices * share(wanted));
    }

    /** True when most notices have these words. */
    boolean isCommon(Wanted wanted) {
        return share(wanted) > 0.5;
    }

    private double share(Wanted wanted) {
        if (wanted instanceof Has has) {
            return share(has.word());
        }
        if (wanted instanceof All all) {
            var parts = all.parts().stream().mapToDouble(this::share);
            return isName(all) ? parts.min().orElse(1) : parts.reduce(1, (one, other) -> one * other);
        }
        var parts = ((Any) wanted).parts();
        boolean areNames = parts.stream().allMatch(WordFrequencies::isName);
        var each = parts.stream().mapToDouble(this::share);
        return areNames ? each.max().orElse(0) : Math.min(1, each.sum());
    }

    private static boolean isName(Wanted wanted) {
        return wanted instanceof All all && all.parts().stream().allMatch(Has.class::isInstance);
    }

    private double share(Word word) {
        if (!word.prefix()) {
            return shares.getOrDefault(word.token(), RARE / 5);
        }
        return RARE
                + beginningSo(word).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    /** The same with the frequent words that begin so instead of all of them: these alone find enough, and all take long. */
    Wanted withoutNeedlessPrefixes(Wanted wanted) {
        if (wanted instanceof Has has) {
            var frequent = has.word().prefix() ? beginningSo(has.word()).keySet() : Set.<String>of();
            return frequent.isEmpty()
                    ? has
                    : new Any(frequent.stream().map(Wanted::has).toList());
        }
        return wanted instanceof All all ? new All(each(all.parts())) : new Any(each(((Any) wanted).parts()));
    }

    private SortedMap<String, Double> beginningSo(Word word) {
        return shares.subMap(word.token(), word.token() + Character.MAX_VALUE);
    }

    private List<Wanted> each(List<Wanted> parts) {
        return parts.stream().map(this::withoutNeedlessPrefixes).toList();
    }
}
