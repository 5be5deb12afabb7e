package org.suyuan.foodsafety;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.suyuan.foodsafety.NoticeDetail.Earlier;
import org.suyuan.foodsafety.NoticeDetail.File;
import org.suyuan.foodsafety.NoticeHits.FacetCount;
import org.suyuan.foodsafety.Shortlist.Hit;
import org.suyuan.foodsafety.Timelines.Timeline;

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

    /** The same in a category of so many notices that it is searched in parts. */
    private static final int MOST_COUNTED_OF_MANY = 2_500;

    private static final int MOST_VALUES = 100;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private WholeCounts wholeCounts;

    @Inject
    private Timelines timelines;

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
        var hunt = hunt(connection, query.category(), text);
        int counted = hunt.timeline().isPresent() ? MOST_COUNTED_OF_MANY : MOST_COUNTED;
        var found = hunt.find(query, counted, MOST_HITS);
        var hits = found.hits();
        boolean ranked = !text.isEmpty() && !query.newestFirst();
        var page = hits.hits().stream()
                .sorted(ranked ? Shortlist.BEST.thenComparing(Shortlist.NEWEST) : Shortlist.NEWEST)
                .skip(first)
                .limit(size)
                .map(Hit::id)
                .toList();
        return new NoticeHits(
                Math.min(hits.size(), counted),
                hits.hasMore(),
                ranked,
                found.reading().isPartial(),
                notices(connection, page),
                sorted(hits.counts(query.category())),
                new Highlights(found.reading().text()));
    }

    private NoticeHunt hunt(Connection connection, InfoCategory category, TextQuery text) throws SQLException {
        var index = NoticeIndex.of(connection);
        index.prepare(connection);
        var timeline = index.inParts() ? timelines.of(connection, category) : Optional.<Timeline>empty();
        return new NoticeHunt(connection, index, timeline, text);
    }

    private static boolean isSearchable(NoticeQuery query, TextQuery text) {
        return (query.text().isBlank() || text.isSearchable()) && query.isSearchable();
    }

    /** The newest hits by their days, neither ranked nor counted: what an export holds. */
    public List<Long> newest(NoticeQuery query, int most) {
        try (var connection = database.getConnection()) {
            var text = TextQuery.of(query.text(), vocabulary);
            if (!isSearchable(query, text)) {
                return List.of();
            }
            return hunt(connection, query.category(), text).find(query.byDay(), most, most).hits().hits().stream()
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
