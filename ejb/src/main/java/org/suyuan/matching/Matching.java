package org.suyuan.matching;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.matching.MatchStore.Found;
import org.suyuan.matching.ToMatch.Kind;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * Finds whom a notice concerns (F17, ADR-021). New and changed notices are compared with all products, new products with all
 * recent notices; each step is one transaction that also crosses out what it has done, and one step at a time runs, so that
 * neither side misses the other. Called by the duty {@code match-risks} only.
 */
@Stateless
@PermitAll
public class Matching {

    private static final int DECLARATIONS = 500;
    private static final int NOTICES = 50;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private NoticeSearch search;

    @Inject
    private Readings readings;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    /** Takes the next declarations; false when none waited. */
    public boolean takeDeclarations() {
        return step(Kind.DECLARATION, DECLARATIONS);
    }

    /** Takes the next notices; false when none waited. */
    public boolean takeNotices() {
        return step(Kind.NOTICE, NOTICES);
    }

    private boolean step(Kind kind, int most) {
        try (var connection = database.getConnection()) {
            if (ToMatch.next(connection, kind, 1).isEmpty()) {
                return false;
            }
            lockTurn(connection);
            var waiting = ToMatch.next(connection, kind, most);
            switch (kind) {
                case DECLARATION -> declarations(connection, waiting.keySet());
                case NOTICE -> notices(connection, waiting.keySet());
            }
            ToMatch.done(connection, kind, waiting);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("Risks cannot be matched", e);
        }
    }

    private static void lockTurn(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select id from matching_turn for update");
                var row = lock.executeQuery()) {
            row.next();
        }
    }

    private void declarations(Connection connection, Collection<Long> ids) throws SQLException {
        var taken = new ImportedGoods(connection).take(ids);
        var store = new MatchStore(connection, time.now().atOffset(ZoneOffset.UTC));
        var byTrait = new HashMap<String, Set<ProductTraits>>();
        taken.fresh()
                .forEach(product -> product.traits()
                        .forEach(trait -> byTrait.computeIfAbsent(trait, t -> new LinkedHashSet<>())
                                .add(product)));
        for (var products : List.of(taken.fresh(), taken.known())) {
            products.forEach(product -> taken.lots()
                    .get(product.id())
                    .forEach(lot -> byTrait.computeIfAbsent(Traits.code(lot), t -> new LinkedHashSet<>())
                            .add(product)));
        }
        var found = new ArrayList<Found>();
        var revisions = new HashMap<Long, Integer>();
        var candidates = candidates(connection, byTrait, revisions);
        var notices = readings.of(revisions, search);
        candidates.forEach((noticeId, products) -> products.forEach(
                product -> compare(notices.get(noticeId), product, taken.lots().get(product.id()), found)));
        store.add(found);
        store.withoutLines(taken.left());
    }

    /** Products by the recent notices that share a trait with them. */
    private Map<Long, Set<ProductTraits>> candidates(
            Connection connection, Map<String, Set<ProductTraits>> byTrait, Map<Long, Integer> revisions)
            throws SQLException {
        var candidates = new LinkedHashMap<Long, Set<ProductTraits>>();
        try (var query = connection.prepareStatement("select t.trait, n.id, n.revision from notice_trait t"
                + " join food_safety_notice n on n.id = t.notice_id where t.trait = any(?) and n.published_on >= ?")) {
            query.setArray(1, array(connection, "varchar", byTrait.keySet()));
            query.setObject(2, oldest());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    revisions.put(rows.getLong("id"), rows.getInt("revision"));
                    candidates
                            .computeIfAbsent(rows.getLong("id"), id -> new LinkedHashSet<>())
                            .addAll(byTrait.get(rows.getString("trait")));
                }
            }
        }
        return candidates;
    }

    private void notices(Connection connection, Collection<Long> ids) throws SQLException {
        var goods = new ImportedGoods(connection);
        var store = new MatchStore(connection, time.now().atOffset(ZoneOffset.UTC));
        var notices = new HashMap<Long, Notice>();
        search.notices(ids).forEach(notice -> notices.put(notice.id(), notice));
        deleteTraits(connection, ids);
        for (long id : ids) {
            var found = new ArrayList<Found>();
            var notice = notices.get(id);
            if (notice != null && concernsGoods(notice)) {
                var traits = readings.of(notice);
                writeTraits(connection, traits);
                var lots = goods.byLots(traits.codes());
                goods.each(
                        traits.traits(),
                        lots.keySet(),
                        product -> compare(traits, product, lots.getOrDefault(product.id(), Set.of()), found));
            }
            store.replace(id, found);
        }
    }

    private boolean concernsGoods(Notice notice) {
        return (notice.category() == InfoCategory.RISK || notice.category() == InfoCategory.DENIED_ENTRY)
                && !notice.withdrawn()
                && !LocalDate.parse(notice.get(NoticeField.PUBLISHED_ON)).isBefore(oldest());
    }

    private LocalDate oldest() {
        return time.today().minus(settings.matchTime());
    }

    private static void compare(NoticeTraits notice, ProductTraits product, Set<String> lots, List<Found> found) {
        var lot = lots.stream()
                .filter(notice.codes()::contains)
                .max(Likeness.TELLING)
                .orElse(null);
        Likeness.of(notice, product, lot)
                .ifPresent(score ->
                        found.add(new Found(notice.id(), notice.revision(), product.importer(), product.id(), score)));
    }

    private static void deleteTraits(Connection connection, Collection<Long> notices) throws SQLException {
        try (var delete = connection.prepareStatement("delete from notice_trait where notice_id = any(?)")) {
            delete.setArray(1, array(connection, "bigint", notices));
            delete.executeUpdate();
        }
    }

    private static void writeTraits(Connection connection, NoticeTraits notice) throws SQLException {
        try (var insert = connection.prepareStatement("insert into notice_trait (trait, notice_id) values (?, ?)")) {
            for (var trait : notice.traits()) {
                insert.setString(1, trait);
                insert.setLong(2, notice.id());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Array array(Connection connection, String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
