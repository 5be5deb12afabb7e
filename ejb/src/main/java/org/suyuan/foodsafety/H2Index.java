package org.suyuan.foodsafety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.foodsafety.Wanted.All;
import org.suyuan.foodsafety.Wanted.Any;
import org.suyuan.foodsafety.Wanted.Has;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;

/** A table of words: means the same as PostgreSQL's index, and is quick enough for a portal on one machine. */
final class H2Index implements NoticeIndex {

    private static final int LARGEST_ARRAY = 50_000; // H2 knows none above 65,536

    private record Entry(String token, long noticeId, int points) {}

    private static final BulkUpsert<Entry> ENTRIES = BulkUpsert.<Entry>into("food_safety_token", "token", "notice_id")
            .column("token", Type.TEXT, Entry::token)
            .column("notice_id", Type.BIGINT, Entry::noticeId)
            .column("points", Type.INTEGER, Entry::points);

    @Override
    public void write(Connection connection, Map<Long, Map<String, Weight>> tokens) throws SQLException {
        try (var delete = connection.prepareStatement("delete from food_safety_token where notice_id = any(?)")) {
            delete.setArray(
                    1, connection.createArrayOf("bigint", tokens.keySet().toArray()));
            delete.executeUpdate();
        }
        var entries = new ArrayList<Entry>();
        tokens.forEach(
                (id, words) -> words.forEach((token, weight) -> entries.add(new Entry(token, id, weight.points()))));
        for (int from = 0; from < entries.size(); from += LARGEST_ARRAY) {
            ENTRIES.write(connection, entries.subList(from, Math.min(from + LARGEST_ARRAY, entries.size())));
        }
    }

    @Override
    public Sql having(Wanted wanted) {
        if (wanted instanceof Has has) {
            return Sql.of("n.id in (select k.notice_id from food_safety_token k where ")
                    .then(matching(has.word()))
                    .then(")");
        }
        return wanted instanceof All all ? joined(all.parts(), " and ") : joined(((Any) wanted).parts(), " or ");
    }

    private Sql joined(List<Wanted> parts, String between) {
        var sql = Sql.of("(").then(having(parts.get(0)));
        for (var part : parts.subList(1, parts.size())) {
            sql = sql.then(between).then(having(part));
        }
        return sql.then(")");
    }

    /** H2 would rather look up each word among all notices than the words of one. */
    @Override
    public Sql points(Set<Word> words) {
        var sql = Sql.of(
                "(select coalesce(sum(k.points), 0) from food_safety_token k use index (food_safety_token_notice_idx)"
                        + " where k.notice_id = n.id and (false");
        for (var word : words) {
            sql = sql.then(" or ").then(matching(word));
        }
        return sql.then("))");
    }

    @Override
    public String counted() {
        return "";
    }

    @Override
    public void prepare(Connection connection) {
        // nothing to do
    }

    @Override
    public boolean inParts() {
        return false;
    }

    private static Sql matching(Word word) {
        return word.prefix()
                ? Sql.of("k.token >= ? and k.token < ?", word.token(), word.token() + Character.MAX_VALUE)
                : Sql.of("k.token = ?", word.token());
    }
}
