package org.suyuan.web.trace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.trace.PublicTrace;
import org.suyuan.trace.QrCodes;

/** What the address in a QR code shows: to anyone the public part, to the enterprise that filed it the way to all of it. */
@Named
@RequestScoped
public class ScanPage {

    @Inject
    private QrCodes codes;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private PublicTrace trace;

    /** An altered or guessed token is answered like any unknown address. */
    public void open() {
        trace = token == null ? null : codes.publicPart(token).orElse(null);
        if (trace == null) {
            Faces.responseSendError(404, null);
        }
    }

    public PublicTrace getTrace() {
        return trace;
    }

    /** 统一编号 for its filer, else null. */
    public String getOwnReport() {
        return codes.ownReport(token).orElse(null);
    }

    public String getToken() {
        return token;
    }
}
