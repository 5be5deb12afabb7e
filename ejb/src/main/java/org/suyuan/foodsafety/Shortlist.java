package org.suyuan.foodsafety;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hits that are counted and put in order: all of them, or the newest so many. A database that had to order and count
 * hundreds of thousands would keep people waiting.
 */
final class Shortlist {

    /** Order of hits: how well they fit, and of those that fit alike the newest. */
    static final Comparator<Hit> BEST = Comparator.comparingLong(Hit::fit).reversed();

    static final Comparator<Hit> NEWEST =
            Comparator.comparing(Hit::publishedOn).thenComparing(Hit::id).reversed();

    private static final List<Facet> FACETS = List.of(Facet.values());

    /** @param facets values by the order of {@link Facet} */
    record Hit(long id, LocalDate publishedOn, long fit, List<String> facets) {}

    private final Map<Long, Hit> hits = new LinkedHashMap<>();
    private final Connection connection;
    private final NoticeIndex index;
    private final int most;
    private final int enough;
    private boolean more;

    /** @param most hits that are kept; @param enough after which no older ones are looked for */
    Shortlist(Connection connection, NoticeIndex index, int most, int enough) {
        this.connection = connection;
        this.index = index;
        this.most = most;
        this.enough = enough;
    }

    /** Adds the newest of these notices. */
    void addNewest(Sql where, Sql fit) throws SQLException {
        int room = most + 1 - hits.size();
        var newest = read(first(room, where.then(" order by n.published_on desc, n.id desc")), fit);
        add(newest);
        more |= newest.size() == room;
    }

    /** Adds all of these notices, or none when they are too many, which are neither ordered nor sent: then false. */
    boolean addAll(Sql where, Sql fit, long tooMany) throws SQLException {
        var counted = Sql.of("select n.*, count(*) over () as found, row_number() over () as place from (")
                .then(first(tooMany + 1, where))
                .then(") n");
        var all = read(
                Sql.of("select n.* from (")
                        .then(counted)
                        .then(Sql.of(") n where n.found <= ? or n.place = 1", tooMany)),
                Sql.of("case when n.found <= ? then ", tooMany).then(fit).then(" else -1 end"));
        if (all.stream().anyMatch(hit -> hit.fit() < 0)) {
            return false;
        }
        add(all);
        return true;
    }

    private void add(List<Hit> found) {
        found.forEach(hit -> hits.putIfAbsent(hit.id(), hit));
    }

    private Sql first(long limit, Sql where) {
        return Sql.of(
                        "select n.id, n.published_on, n.title, n.source, n.country, n.food_category, n.hazard_group, n.reason"
                                + index.counted() + " from food_safety_notice n where ")
                .then(where)
                .then(Sql.of(" fetch first ? rows only", limit));
    }

    private List<Hit> read(Sql notices, Sql fit) throws SQLException {
        var sql = Sql.of("select n.id, n.published_on, ")
                .then(fit)
                .then(", " + FACETS.stream().map(Facet::column).collect(joining(", ")) + " from (")
                .then(notices)
                .then(") n");
        var hits = new ArrayList<Hit>();
        try (var statement = sql.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int i = 0; i < FACETS.size(); i++) {
                    values.add(rows.getString(4 + i));
                }
                hits.add(new Hit(
                        rows.getLong(1), rows.getObject(2, LocalDate.class), Math.round(rows.getDouble(3)), values));
            }
        }
        return hits;
    }

    /** True when no older ones need be looked for. */
    boolean isEnough() {
        return hits.size() >= enough;
    }

    /** How many are still missing until there are enough. */
    int missing() {
        return enough - hits.size();
    }

    /** Says that there may be older ones. */
    void cut() {
        more = true;
    }

    int size() {
        return hits.size();
    }

    /** True when not all hits are in this list. */
    boolean hasMore() {
        return more || hits.size() > most;
    }

    Collection<Hit> hits() {
        return hits.values();
    }

    /** How many hits have which value. */
    Map<Facet, Map<String, Long>> counts(InfoCategory category) {
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        for (var facet : Facet.of(category)) {
            hits.values()
                    .forEach(hit -> WholeCounts.add(counts, facet, hit.facets().get(facet.ordinal()), 1));
        }
        return counts;
    }
}
