package org.suyuan.trace;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/** Makes the QR codes of reports that customs has stored. Called by the job {@code generate-qr-codes} only. */
@Stateless
@PermitAll
public class QrGeneration {

    private record Made(long reportId, String token, String text, byte[] image) {}

    private static final int TOKEN_BYTES = 16; // 128 bits: nobody guesses one
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    /** Notes that the report wants a code when the filer asked for one and customs has stored it (S5). */
    public void request(TraceReport report) {
        if (report.generateQr() && report.status() == TraceStatus.CUSTOMS_STORED) {
            entities.createNativeQuery("insert into qr_due (report_id) values (?1)")
                    .setParameter(1, report.id())
                    .executeUpdate();
        }
    }

    /** Reports that wait for their code, by id, in ascending order after the given one. */
    public List<Long> waiting(long afterId, int most) {
        List<?> ids = entities.createNativeQuery("select report_id from qr_due where report_id > ?1 order by report_id")
                .setParameter(1, afterId)
                .setMaxResults(most)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    public long waitingCount() {
        return ((Number) entities.createNativeQuery("select count(*) from qr_due")
                        .getSingleResult())
                .longValue();
    }

    /** Makes the codes of these reports; a report that has one keeps it. */
    public void generate(Collection<Long> reportIds) {
        try (var connection = database.getConnection()) {
            var wanting = new TreeSet<>(reportIds);
            wanting.removeAll(withCode(connection, reportIds));
            codes().insert(connection, made(wanting));
            try (var delete = connection.prepareStatement("delete from qr_due where report_id = any(?)")) {
                delete.setArray(1, connection.createArrayOf("bigint", reportIds.toArray()));
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("QR codes cannot be stored", e);
        }
    }

    private static Set<Long> withCode(Connection connection, Collection<Long> reportIds) throws SQLException {
        var found = new HashSet<Long>();
        try (var query = connection.prepareStatement("select report_id from qr_code where report_id = any(?)")) {
            query.setArray(1, connection.createArrayOf("bigint", reportIds.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    private List<Made> made(Collection<Long> reportIds) {
        var address = settings.baseUrl() + "/q/";
        return reportIds.stream()
                .map(reportId -> {
                    var token = token();
                    var text = address + token;
                    return new Made(reportId, token, text, QrImage.of(text).pixelPerModule());
                })
                .toList();
    }

    private BulkUpsert<Made> codes() {
        var now = time.now().atOffset(ZoneOffset.UTC);
        return BulkUpsert.<Made>into("qr_code", "report_id")
                .column("report_id", Type.BIGINT, Made::reportId)
                .column("token", Type.TEXT, Made::token)
                .column("text", Type.TEXT, Made::text)
                .column("image", Type.BYTES, Made::image)
                .column("created_at", Type.INSTANT, made -> now);
    }

    private static String token() {
        var random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
