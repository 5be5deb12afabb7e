package org.suyuan.matching;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.recall.AffectedSale;
import org.suyuan.shared.BulkUpsert.WrittenRow;
import org.suyuan.shared.Roles;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.TraceStatus;

/**
 * Matches of the caller's enterprise, and what it has of the goods that they concern. An agent sees those of its principal
 * when it is entrusted with recalls, which is what a match may lead to; a regulator those of the enterprise that he looks at.
 */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
@Within(Scope.READ)
public class MatchQueries {

    /** Lists show and count this many hits; a user with more refines the query. */
    public static final int MOST_HITS = 1000;

    private static final String BEST = """
        (select %s from risk_match_product mp join imported_product p on p.id = mp.product_id
            where mp.match_id = m.id order by mp.score desc, p.id fetch first 1 rows only)\
        """;

    private static final String ROWS = "select m.*, n.category, n.title, n.source, n.origin_id, n.published_on,"
            + " n.withdrawn, " + BEST.formatted("mp.reasons") + " as reasons, " + BEST.formatted("p.name") + " as name"
            + " from risk_match m join food_safety_notice n on n.id = m.notice_id where m.importer_uscc = ?";

    private static final String LIVE =
            TraceStatus.LIVE.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", ", "(", ")"));

    private static final String OF_MATCH = """
        from risk_match m join risk_match_product mp on mp.match_id = m.id
        join imported_line l on l.product_id = mp.product_id join goods_item g on g.id = l.goods_item_id
        join declaration d on d.id = g.declaration_id
        """;

    private static final String REPORTED = """
        join trace_report r on r.enterprise_id = e.id and r.declaration_no = d.declaration_no
            and r.goods_seq_no = g.seq_no and r.status in %s
        join sales_record s on s.report_id = r.id
        """.formatted(LIVE);

    private static final String SOLD = " from enterprise e " + REPORTED + " where e.uscc = m.importer_uscc ";

    private static final String SALES = OF_MATCH + " join enterprise e on e.uscc = m.importer_uscc " + REPORTED
            + " where m.importer_uscc = ? and m.id = ? ";

    private static final String LINES = """
        select d.declaration_no, g.seq_no, d.import_date, g.name, g.goods_code, g.brand, g.producer, g.batch_nos,
            g.quantity, g.unit, mp.score, mp.reasons, (select sum(s.sold_quantity) %1$s) as sold,
            (select count(distinct s.buyer_uscc) %1$s) as buyers
        """.formatted(SOLD) + OF_MATCH + """
        where m.importer_uscc = ? and m.id = ?
        order by mp.score desc, d.import_date desc, d.declaration_no, g.seq_no
        """;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Caller caller;

    /** One page of hits, the latest first. */
    public List<MatchRow> page(MatchCriteria criteria, int first, int size) {
        return matches(ROWS + where(criteria) + " order by m.id desc offset " + first + " rows fetch first " + size
                + " rows only");
    }

    /** The number of hits; {@link #MOST_HITS} + 1 stands for any larger number. */
    public int count(MatchCriteria criteria) {
        return number("select count(*) from (select m.id from risk_match m where m.importer_uscc = ?" + where(criteria)
                + " fetch first " + (MOST_HITS + 1) + " rows only) hits");
    }

    /** How many matches nobody has looked at as they stand now. */
    public int unread() {
        return number("select count(*) from risk_match m where m.importer_uscc = ? and m.read_at is null");
    }

    /** Empty for an unknown match and for somebody else's. */
    public Optional<MatchRow> find(long id) {
        return matches(ROWS + " and m.id = ?", id).stream().findFirst();
    }

    /** The match of a notice with goods of the caller's enterprise. */
    public Optional<MatchRow> ofNotice(long noticeId) {
        return matches(ROWS + " and m.notice_id = ?", noticeId).stream().findFirst();
    }

    /** The declared lines that it concerns, those that fit best first; none when it is not his. */
    public List<MatchedLine> lines(long id, int first, int size) {
        var lines = new ArrayList<MatchedLine>();
        query(LINES + " offset " + first + " rows fetch first " + size + " rows only", row -> lines.add(line(row)), id);
        return lines;
    }

    public int countLines(long id) {
        return number("select count(*) " + OF_MATCH + " where m.importer_uscc = ? and m.id = ?", id);
    }

    /** Sales of these lines over all live reports; none when the match is not his. */
    public List<AffectedSale> sales(long id, int first, int size) {
        var sales = new ArrayList<AffectedSale>();
        query(
                "select r.unified_no, r.batch_no, s.row_no, s.buyer_name, s.buyer_uscc, s.buyer_address,"
                        + " s.buyer_contact, s.sold_quantity, s.delivery_date " + SALES
                        + " order by r.id, s.row_no offset " + first + " rows fetch first " + size + " rows only",
                row -> sales.add(sale(row)),
                id);
        return sales;
    }

    public int countSales(long id) {
        return number("select count(*) " + SALES, id);
    }

    private static String where(MatchCriteria criteria) {
        return (criteria.getState() == null ? "" : " and m.state = '" + criteria.getState() + "'")
                + (criteria.isWithLapsed() ? "" : " and (m.standing or m.read_at is null)");
    }

    private List<MatchRow> matches(String sql, Object... more) {
        var matches = new ArrayList<MatchRow>();
        query(sql, row -> matches.add(row(row)), more);
        return matches;
    }

    private int number(String sql, Object... more) {
        var number = new int[1];
        query(sql, row -> number[0] = row.getInt(1), more);
        return number[0];
    }

    /** Runs a query whose first question mark stands for the owner. */
    private void query(String sql, WrittenRow reader, Object... more) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, owner());
            for (int i = 0; i < more.length; i++) {
                query.setObject(2 + i, more[i]);
            }
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    reader.read(found);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Matches cannot be read", e);
        }
    }

    private String owner() {
        var operator = caller.operator();
        return operator.isEntrustedWith(Scope.RECALL) ? operator.uscc().value() : "";
    }

    private static MatchRow row(ResultSet row) throws SQLException {
        return new MatchRow(
                row.getLong("id"),
                row.getLong("notice_id"),
                InfoCategory.valueOf(row.getString("category")),
                row.getString("title"),
                row.getString("source"),
                row.getString("origin_id"),
                row.getObject("published_on", LocalDate.class),
                row.getBoolean("withdrawn"),
                Score.of(row.getInt("score"), row.getString("reasons")),
                row.getString("name"),
                row.getInt("products"),
                row.getBoolean("standing"),
                MatchState.valueOf(row.getString("state")),
                row.getObject("read_at") == null,
                instant(row, "found_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static MatchedLine line(ResultSet row) throws SQLException {
        return new MatchedLine(
                row.getString("declaration_no"),
                row.getInt("seq_no"),
                row.getObject("import_date", LocalDate.class),
                row.getString("name"),
                row.getString("goods_code"),
                row.getString("brand"),
                row.getString("producer"),
                row.getString("batch_nos"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getBigDecimal("sold"),
                row.getInt("buyers"),
                Score.of(row.getInt("score"), row.getString("reasons")));
    }

    private static AffectedSale sale(ResultSet row) throws SQLException {
        return new AffectedSale(
                row.getString("unified_no"),
                row.getString("batch_no"),
                row.getInt("row_no"),
                row.getString("buyer_name"),
                new SocialCreditCode(row.getString("buyer_uscc")),
                row.getString("buyer_address"),
                row.getString("buyer_contact"),
                row.getBigDecimal("sold_quantity"),
                row.getObject("delivery_date", LocalDate.class));
    }
}
