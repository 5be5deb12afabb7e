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
import java.util.Collection;
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
import org.suyuan.foodsafety.Shortlist.Hit;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.foodsafety.Wanted.All;
import org.suyuan.foodsafety.Wanted.Has;

/**
 * 精准查询 over the food-safety information (Q7), for anyone. Stays quick however many notices there are: only so many hits,
 * the newest, are counted and put in order of how well they fit, and only the first of them can be turned to.
 */
@Stateless
@PermitAll
public class NoticeSearch {

    /** Hits that can be turned to. */
    public static final int MOST_HITS = 1_000;

    /** Hits that are counted, in all and by facet. */
    public static final int MOST_COUNTED = 5_000;

    private static final int MOST_VALUES = 100;
    private static final int FIT_OF_NUMBER = 10_000;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private WholeCounts wholeCounts;

    @Inject
    private Stretches stretches;

    /** One page of the hits, with their facets. */
    public NoticeHits search(NoticeQuery query, int first, int size) {
        int most = Math.max(0, Math.min(size, MOST_HITS - first));
        try (var connection = database.getConnection()) {
            return query.isWhole()
                    ? whole(connection, query.category(), first, most)
                    : found(connection, query, first, most);
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be searched", e);
        }
    }

    private NoticeHits whole(Connection connection, InfoCategory category, int first, int size) throws SQLException {
        var counts = wholeCounts.of(connection, category);
        var ids = new ArrayList<Long>();
        var sql = Sql.of(
                "select n.id from food_safety_notice n where n.category = ? and n.title is not null"
                        + " order by n.published_on desc, n.id desc offset ? rows fetch first ? rows only",
                category.name(),
                first,
                size);
        try (var statement = sql.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return new NoticeHits(
                counts.count(),
                false,
                false,
                false,
                notices(connection, ids),
                counts.facets(),
                new Highlights(TextQuery.NOTHING));
    }

    private NoticeHits found(Connection connection, NoticeQuery query, int first, int size) throws SQLException {
        var text = TextQuery.of(query.text(), vocabulary);
        if (!isSearchable(query, text)) {
            return NoticeHits.none();
        }
        var index = NoticeIndex.of(connection);
        index.prepare(connection);
        var reading = reading(connection, index, query, text);
        var shortlist = new Shortlist(MOST_COUNTED, MOST_HITS);
        fill(shortlist, connection, index, query, reading);
        boolean ranked = !text.isEmpty() && !query.newestFirst();
        var page = shortlist.hits().stream()
                .sorted(ranked ? Shortlist.BEST.thenComparing(Shortlist.NEWEST) : Shortlist.NEWEST)
                .skip(first)
                .limit(size)
                .map(Hit::id)
                .toList();
        return new NoticeHits(
                Math.min(shortlist.size(), MOST_COUNTED),
                shortlist.hasMore(),
                ranked,
                reading.isPartial(),
                notices(connection, page),
                sorted(shortlist.counts(query.category())),
                new Highlights(reading.text()));
    }

    private static boolean isSearchable(NoticeQuery query, TextQuery text) {
        return (query.text().isBlank() || text.isSearchable()) && query.isSearchable();
    }

    /** The strictest that finds something. */
    private Reading reading(Connection connection, NoticeIndex index, NoticeQuery query, TextQuery text)
            throws SQLException {
        var readings = Reading.of(text);
        for (var reading : text.isEmpty() ? List.<Reading>of() : readings) {
            var found = new Shortlist(reading.enough(), reading.enough());
            fill(found, connection, index, query.textAlone().byDay(), reading);
            if (found.size() >= reading.enough()) {
                return reading;
            }
        }
        return readings.get(0);
    }

    /** What has the number comes first, however old it is; then the newest of what has the words. */
    private void fill(Shortlist hits, Connection connection, NoticeIndex index, NoticeQuery query, Reading reading)
            throws SQLException {
        var others = others(query, reading.text());
        var narrowing = narrowing(query);
        if (reading.number() != null) {
            var where = index.having(new All(with(narrowing, List.of(reading.number()))));
            hits.add(connection, index, where.then(query.days().condition()).then(others), Sql.of(FIT_OF_NUMBER + ""));
        }
        if (reading.words() != null) {
            narrowing = with(narrowing, List.of(reading.words()));
        } else if (reading.number() != null) {
            return;
        }
        var fit = reading.words() == null || query.newestFirst() ? Sql.of("0") : fit(reading.text(), index);
        var newest = stretches.newest(connection, query.category());
        var parts =
                index.inParts() && newest != null ? stretches.of(connection, query.category()) : List.of(Stretch.EVER);
        for (var part : parts) {
            var days = part.within(query.days());
            if (!days.isEmpty()) {
                var where = index.having(new All(with(narrowing, index.inParts() ? days.tokens(newest) : List.of())));
                hits.add(connection, index, where.then(days.condition()).then(others), fit);
            }
        }
    }

    private static List<Wanted> with(List<Wanted> wanted, List<Wanted> more) {
        return Stream.concat(wanted.stream(), more.stream()).toList();
    }

    /** By what the index narrows hits down. */
    private static List<Wanted> narrowing(NoticeQuery query) {
        var narrowing = new ArrayList<Wanted>();
        narrowing.add(Wanted.has(NoticeImport.categoryToken(query.category())));
        query.facets()
                .forEach((facet, value) -> narrowing.add(
                        facet == Facet.REASON ? TextQuery.condition(value) : Wanted.has(facet.token(value))));
        query.conditions()
                .forEach((field, value) -> narrowing.add(
                        field.kind() == Kind.DIGITS
                                ? new Has(new Word(NoticeImport.numberToken(value), true))
                                : TextQuery.condition(value)));
        return narrowing;
    }

    /** What the index cannot tell. */
    private static Sql others(NoticeQuery query, TextQuery text) {
        var others = Sql.of(" and n.title is not null").then(query.effective().within(NoticeField.EFFECTIVE_ON));
        if (query.facets().containsKey(Facet.REASON)) { // no word of the index: its own words lead near it
            others = others.then(Sql.of(" and n.reason = ?", query.facets().get(Facet.REASON)));
        }
        for (var condition : query.conditions().entrySet()) {
            others = others.then(" and ").then(contains(condition.getKey(), condition.getValue()));
        }
        for (var phrase : text.phrases()) {
            others = others.then(Sql.of(
                    " and lower(concat_ws(' ', " + PHRASED + ")) like ? escape '!'", "%" + escaped(phrase) + "%"));
        }
        return others;
    }

    /** The words that it has, those that were typed twice, and how much of its title was typed. */
    private static Sql fit(TextQuery text, NoticeIndex index) {
        return index.points(text.words())
                .then(" + ")
                .then(index.points(text.literal()))
                .then(Sql.of(
                        " + case when lower(n.title) like ? escape '!' then 10.0 * ? / length(n.title) else 0 end",
                        "%" + escaped(text.typed()) + "%",
                        text.typed().length()));
    }

    /** The newest hits by their days, neither ranked nor counted: what an export holds. */
    public List<Long> newest(NoticeQuery query, int most) {
        try (var connection = database.getConnection()) {
            var text = TextQuery.of(query.text(), vocabulary);
            if (!isSearchable(query, text)) {
                return List.of();
            }
            var index = NoticeIndex.of(connection);
            index.prepare(connection);
            var hits = new Shortlist(most, most);
            fill(hits, connection, index, query.byDay(), reading(connection, index, query, text));
            return hits.hits().stream()
                    .sorted(Shortlist.NEWEST)
                    .limit(most)
                    .map(Hit::id)
                    .toList();
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

    /** Those of these notices that have been published, in whatever order. */
    public List<Notice> notices(Collection<Long> ids) {
        try (var connection = database.getConnection()) {
            return NoticeStore.read(
                    connection,
                    Sql.of(
                            NoticeStore.SELECT + "where n.id = any(?) and n.title is not null",
                            connection.createArrayOf("bigint", ids.toArray())));
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be read", e);
        }
    }

    /** The risks and refused entries that have this number at their source, the latest first. */
    public List<Notice> numbered(String originId) {
        try (var connection = database.getConnection()) {
            return NoticeStore.read(
                    connection,
                    Sql.of(
                            NoticeStore.SELECT + "where n.origin_id = ? and n.category in (?, ?)"
                                    + " and n.title is not null order by n.published_on desc, n.id desc",
                            originId,
                            InfoCategory.RISK.name(),
                            InfoCategory.DENIED_ENTRY.name()));
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be read", e);
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
        return new Highlights(TextQuery.of(text, vocabulary).widened());
    }

    private static final String PHRASED = Stream.of(NoticeField.values())
            .filter(field -> field.weight() != null && field.kind() != Kind.DAY)
            .map(field -> "n." + field.column())
            .collect(joining(", "));

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
