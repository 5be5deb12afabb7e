package org.suyuan.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/** Makes the QR codes of reports that customs has stored. Called by the job {@code generate-qr-codes} only. */
@Stateless
@PermitAll
public class QrGeneration {

    private static final int TOKEN_BYTES = 16; // 128 bits: nobody guesses one
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

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

    /** Makes the code of one report; a report that has one keeps it. */
    public void generate(long reportId) {
        if (entities.find(QrCode.class, reportId) == null) {
            var random = new byte[TOKEN_BYTES];
            RANDOM.nextBytes(random);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            var text = settings.baseUrl() + "/q/" + token;
            entities.persist(new QrCode(reportId, token, text, QrImage.of(text).pixelPerModule(), time.now()));
        }
        entities.createNativeQuery("delete from qr_due where report_id = ?1")
                .setParameter(1, reportId)
                .executeUpdate();
    }
}
