package org.suyuan.foodsafety;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.suyuan.foodsafety.NoticeDetail.Earlier;
import org.suyuan.foodsafety.NoticeDetail.File;
import org.suyuan.foodsafety.NoticeField.Kind;
import org.suyuan.foodsafety.NoticeHits.FacetCount;
import org.suyuan.foodsafety.TextQuery.Clause;
import org.suyuan.foodsafety.TextQuery.Word;

/**
 * 精准查询 over the food-safety information (Q7), for anyone. Stays quick however many notices there are: so many hits are
 * counted, fewer are put in order of how well they fit, and only the first of them can be turned to.
 */
@Stateless
@PermitAll
public class NoticeSearch {

    /** Hits that can be turned to. */
    public static final int MOST_HITS = 1_000;

    /** Hits that are counted, in all and by facet. */
    public static final int MOST_COUNTED = 20_000;

    private static final int MOST_RANKED = 5_000;
    private static final int MOST_VALUES = 100;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private WholeCounts wholeCounts;

    /** One page of the hits, with their facets. */
    public NoticeHits search(NoticeQuery query, int first, int size) {
        try (var connection = database.getConnection()) {
            var index = NoticeIndex.of(connection);
            var text = TextQuery.of(query.text(), vocabulary);
            if (!query.text().isBlank() && !text.isSearchable()) {
                return new NoticeHits(0, false, false, List.of(), Map.of(), new Highlights(List.of()));
            }
            var where = where(query, text, index);
            var counts = query.isWhole()
                    ? wholeCounts.of(connection, query.category())
                    : counted(connection, query.category(), where);
            boolean ranked = !text.isEmpty() && !query.newestFirst() && counts.count() <= MOST_RANKED;
            int most = Math.max(0, Math.min(size, MOST_HITS - first));
            var page = counts.count() <= first || most == 0
                    ? List.<Notice>of()
                    : page(connection, where, ranked ? order(text, index) : Sql.of(""), first, most);
            return new NoticeHits(
                    Math.min(counts.count(), query.isWhole() ? Long.MAX_VALUE : MOST_COUNTED),
                    !query.isWhole() && counts.count() > MOST_COUNTED,
                    ranked,
                    page,
                    counts.facets(),
                    new Highlights(text.words()));
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be searched", e);
        }
    }

    /** The newest hits by their days, neither ranked nor counted: what an export holds. */
    public List<Long> newest(NoticeQuery query, int most) {
        try (var connection = database.getConnection()) {
            var text = TextQuery.of(query.text(), vocabulary);
            return query.text().isBlank() || text.isSearchable()
                    ? ids(connection, where(query, text, NoticeIndex.of(connection)), Sql.of(""), 0, most)
                    : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be searched", e);
        }
    }

    /** Those of these notices that there are, in the order of their ids here. */
    public List<Notice> read(List<Long> ids) {
        try (var connection = database.getConnection()) {
            return notices(connection, ids);
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be read", e);
        }
    }

    /** When the newest message on this category was made: 数据截至. */
    public Optional<Instant> asOf(InfoCategory category) {
        return newest(category, "message_time");
    }

    /** When anything of this category was stored last. */
    public Optional<Instant> changedAt(InfoCategory category) {
        return newest(category, "received_at");
    }

    private Optional<Instant> newest(InfoCategory category, String column) {
        var sql = Sql.of(
                "select max(" + column + ") as newest from food_safety_notice where category = ?", category.name());
        try (var connection = database.getConnection();
                var statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() && row.getObject("newest") != null
                    ? Optional.of(NoticeStore.instant(row, "newest"))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be read", e);
        }
    }

    /** Empty when there is no such notice in this category. */
    public Optional<NoticeDetail> detail(InfoCategory category, long id) {
        try (var connection = database.getConnection()) {
            var found = NoticeStore.read(
                    connection,
                    Sql.of(
                            NoticeStore.SELECT + "where n.id = ? and n.category = ? and n.title is not null",
                            id,
                            category.name()));
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NoticeDetail(found.get(0), earlier(connection, id), files(connection, id)));
        } catch (SQLException e) {
            throw new IllegalStateException("A food-safety notice cannot be read", e);
        }
    }

    /** A file that came with a notice. */
    public Optional<Attachment> file(InfoCategory category, long id, int number) {
        var sql = Sql.of(
                "select a.name, a.media_type, a.content from food_safety_attachment a join food_safety_notice n"
                        + " on n.id = a.notice_id where n.id = ? and n.category = ? and a.seq_no = ?",
                id,
                category.name(),
                number);
        try (var connection = database.getConnection();
                var statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Attachment(row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("A file of a food-safety notice cannot be read", e);
        }
    }

    /** What a text would be marked by: for the page of one hit. */
    public Highlights highlights(String text) {
        return new Highlights(TextQuery.of(text, vocabulary).words());
    }

    private static Sql where(NoticeQuery query, TextQuery text, NoticeIndex index) {
        var where = Sql.of(
                "n.category = ? and n.title is not null", query.category().name());
        var narrowing = new ArrayList<Clause>();
        for (var facet : query.facets().entrySet()) {
            if (facet.getKey() == Facet.REASON) { // no word of the index: its own words lead near it
                where = where.then(Sql.of(" and n.reason = ?", facet.getValue()));
                TextQuery.words(facet.getValue(), false).stream()
                        .map(word -> new Clause(List.of(List.of(word))))
                        .forEach(narrowing::add);
            } else {
                narrowing.add(one(facet.getKey().token(facet.getValue())));
            }
        }
        for (var condition : query.conditions().entrySet()) {
            where = where.then(" and ").then(contains(condition.getKey(), condition.getValue()));
            if (condition.getKey().kind() == Kind.LINE) {
                TextQuery.words(condition.getValue(), true).stream()
                        .map(word -> new Clause(List.of(List.of(word))))
                        .forEach(narrowing::add);
            }
        }
        where = where.then(query.published().within(NoticeField.PUBLISHED_ON))
                .then(query.effective().within(NoticeField.EFFECTIVE_ON));
        if (!text.isEmpty() || !narrowing.isEmpty()) {
            where = where.then(" and ").then(matching(query.category(), text, narrowing, index));
        }
        for (var phrase : text.phrases()) {
            where = where.then(Sql.of(
                    " and lower(concat_ws(' ', " + PHRASED + ")) like ? escape '!'", "%" + escaped(phrase) + "%"));
        }
        return where;
    }

    private static final String PHRASED = Stream.of(NoticeField.values())
            .filter(field -> field.weight() != null && field.kind() != Kind.DAY)
            .map(field -> "n." + field.column())
            .collect(joining(", "));

    /** The whole text as the number of a document will do as well as all its words. */
    private static Sql matching(InfoCategory category, TextQuery text, List<Clause> narrowing, NoticeIndex index) {
        var narrow = Stream.concat(Stream.of(one(NoticeImport.categoryToken(category))), narrowing.stream())
                .toList();
        var byWords = Stream.concat(narrow.stream(), text.clauses().stream()).toList();
        if (text.number() == null) {
            return index.meeting(byWords);
        }
        var byNumber = Stream.concat(narrow.stream(), Stream.of(one(NoticeImport.numberToken(text.number()))))
                .toList();
        if (text.clauses().isEmpty()) {
            return index.meeting(byNumber);
        }
        return Sql.of("(")
                .then(index.meeting(byNumber))
                .then(" or ")
                .then(index.meeting(byWords))
                .then(")");
    }

    private static Clause one(String token) {
        return new Clause(List.of(List.of(Word.exactly(token))));
    }

    private static Sql contains(NoticeField field, String value) {
        var column = "n." + field.column();
        return switch (field.kind()) {
            case DIGITS -> Sql.of(column + " like ? escape '!'", escaped(value) + "%");
            case VALIDITY -> Sql.of(column + " = ?", value);
            default ->
                Sql.of("lower(" + column + ") like ? escape '!'", "%" + escaped(value.toLowerCase(Locale.ROOT)) + "%");
        };
    }

    private static String escaped(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }

    /** First what has this number, then what fits best, of those that fit alike the newest. */
    private static Sql order(TextQuery text, NoticeIndex index) {
        var order = Sql.of("");
        if (text.number() != null) {
            order = order.then("case when ")
                    .then(index.meeting(List.of(one(NoticeImport.numberToken(text.number())))))
                    .then(" then 0 else 1 end, ");
        }
        if (!text.clauses().isEmpty()) {
            order = order.then("round(cast(")
                    .then(index.rank(text.words()))
                    .then(Sql.of(
                            " + case when lower(n.title) like ? escape '!' then 10.0 * ? / length(n.title) else 0 end",
                            "%" + escaped(text.typed()) + "%",
                            text.typed().length()))
                    .then(" as numeric(19, 5)), 0) desc, ");
        }
        return order;
    }

    private static List<Notice> page(Connection connection, Sql where, Sql order, int first, int size)
            throws SQLException {
        return notices(connection, ids(connection, where, order, first, size));
    }

    private static List<Long> ids(Connection connection, Sql where, Sql order, int first, int size)
            throws SQLException {
        var ids = new ArrayList<Long>();
        var sql = Sql.of("select n.id from food_safety_notice n where ")
                .then(where)
                .then(" order by ")
                .then(order)
                .then(Sql.of("n.published_on desc, n.id desc offset ? rows fetch first ? rows only", first, size));
        try (var statement = sql.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static List<Notice> notices(Connection connection, List<Long> ids) throws SQLException {
        var notices = new HashMap<Long, Notice>();
        NoticeStore.read(
                        connection,
                        Sql.of(
                                NoticeStore.SELECT + "where n.id = any(?)",
                                connection.createArrayOf("bigint", ids.toArray())))
                .forEach(notice -> notices.put(notice.id(), notice));
        return ids.stream().map(notices::get).filter(Objects::nonNull).toList();
    }

    private static WholeCounts.Counts counted(Connection connection, InfoCategory category, Sql where)
            throws SQLException {
        var facets = Facet.of(category);
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        var sql = Sql.of("select " + facets.stream().map(Facet::column).collect(joining(", "))
                        + " from food_safety_notice n where ")
                .then(where)
                .then(Sql.of(" fetch first ? rows only", MOST_COUNTED + 1));
        long count = 0;
        try (var statement = sql.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                count++;
                for (int i = 0; i < facets.size(); i++) {
                    WholeCounts.add(counts, facets.get(i), rows.getString(i + 1), 1);
                }
            }
        }
        return new WholeCounts.Counts(count, sorted(counts));
    }

    static Map<Facet, List<FacetCount>> sorted(Map<Facet, Map<String, Long>> counts) {
        var sorted = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        counts.forEach((facet, values) -> sorted.put(
                facet,
                values.entrySet().stream()
                        .map(value -> new FacetCount(value.getKey(), value.getValue()))
                        .sorted(
                                facet == Facet.YEAR || facet == Facet.MONTH
                                        ? Comparator.comparing(FacetCount::value)
                                                .reversed()
                                        : Comparator.comparingLong(FacetCount::count)
                                                .reversed()
                                                .thenComparing(FacetCount::value))
                        .limit(MOST_VALUES)
                        .toList()));
        return sorted;
    }

    private static List<Earlier> earlier(Connection connection, long id) throws SQLException {
        var earlier = new ArrayList<Earlier>();
        var sql = Sql.of(
                "select revision, message_time, withdrawn, content from food_safety_version where notice_id = ?"
                        + " order by revision desc",
                id);
        try (var statement = sql.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                earlier.add(new Earlier(
                        rows.getInt("revision"),
                        NoticeStore.instant(rows, "message_time"),
                        rows.getBoolean("withdrawn"),
                        values(rows.getString("content"))));
            }
        }
        return earlier;
    }

    private static Map<NoticeField, String> values(String content) {
        var values = new EnumMap<NoticeField, String>(NoticeField.class);
        try (var reader = Json.createReader(new StringReader(content))) {
            var json = reader.readObject();
            json.keySet().forEach(name -> values.put(NoticeField.valueOf(name), json.getString(name)));
        }
        return values;
    }

    private static List<File> files(Connection connection, long id) throws SQLException {
        var files = new ArrayList<File>();
        var sql = Sql.of(
                "select seq_no, name, media_type, octet_length(content) as bytes from food_safety_attachment"
                        + " where notice_id = ? order by seq_no",
                id);
        try (var statement = sql.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                files.add(new File(
                        rows.getInt("seq_no"),
                        rows.getString("name"),
                        rows.getString("media_type"),
                        rows.getLong("bytes")));
            }
        }
        return files;
    }
}
