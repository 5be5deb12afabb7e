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

    /** Reports that wait for their code, by id, in ascending order after the given one. */
    public List<Long> waiting(long afterId, int most) {
        return entities.createQuery(
                        "select r.id from TraceReport r left join QrCode q on q.reportId = r.id where r.id > :after"
                                + " and r.status = :stored and r.generateQr = true and q.reportId is null order by r.id",
                        Long.class)
                .setParameter("after", afterId)
                .setParameter("stored", TraceStatus.CUSTOMS_STORED)
                .setMaxResults(most)
                .getResultList();
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
    }
}
