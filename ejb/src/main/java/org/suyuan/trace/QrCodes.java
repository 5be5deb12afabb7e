package org.suyuan.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suyuan.identity.Caller;
import org.suyuan.shared.Settings;

/** What stands behind a QR code. The token is the right to see the public part; a guessed or altered one is unknown. */
@Stateless
@PermitAll
public class QrCodes {

    private static final int PRINTABLE_PIXELS = 600;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Settings settings;

    public Optional<PublicTrace> publicPart(String token) {
        return report(token).map(report -> {
            var goods = report.goods();
            return new PublicTrace(
                    goods.foodName(),
                    goods.specification(),
                    goods.originCountry(),
                    goods.batchNo(),
                    goods.productionDate(),
                    goods.shelfLifeDays(),
                    report.enterprise().name(),
                    goods.entryPort(),
                    report.status());
        });
    }

    /** 统一编号 of the report behind the code, for the enterprise that filed it; empty for everybody else. */
    public Optional<String> ownReport(String token) {
        return report(token)
                .filter(report -> caller.signedIn()
                        .filter(operator -> report.enterprise().id().equals(operator.enterpriseId()))
                        .isPresent())
                .map(TraceReport::unifiedNo);
    }

    /**
     * The token behind what a scanner read or somebody typed: a bare token, or the address that the code says now or said
     * when it was printed (C5). Another address is none of ours, though it carry a token of ours: its code is a forgery.
     */
    public Optional<String> recognised(String scanned) {
        var text = scanned.strip();
        var token = text.substring(text.lastIndexOf('/') + 1);
        return find(token)
                .filter(code -> text.equals(token) || text.equals(address(code)) || text.equals(code.text()))
                .map(QrCode::token);
    }

    /** PNG with one pixel a module, to be enlarged by the page. */
    public Optional<byte[]> image(String token) {
        return find(token)
                .map(code -> code.text().equals(address(code))
                        ? code.image()
                        : drawn(code).pixelPerModule());
    }

    /** PNG for printing. */
    public Optional<byte[]> printable(String token) {
        return find(token).map(code -> drawn(code).atLeast(PRINTABLE_PIXELS));
    }

    public Optional<String> svg(String token) {
        return find(token).map(code -> drawn(code).svg());
    }

    /** Drawn anew when needed, since the base address may have changed after the stored image was made (C5). */
    private QrImage drawn(QrCode code) {
        return QrImage.of(address(code));
    }

    /** The public address that the code with this token says. */
    public String address(String token) {
        return settings.baseUrl() + "/q/" + token;
    }

    private String address(QrCode code) {
        return address(code.token());
    }

    private Optional<TraceReport> report(String token) {
        return find(token).map(code -> entities.find(TraceReport.class, code.reportId()));
    }

    private Optional<QrCode> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return entities.createQuery("select q from QrCode q where q.token = :token", QrCode.class)
                .setParameter("token", token)
                .getResultStream()
                .findFirst();
    }
}
