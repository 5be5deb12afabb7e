package org.suyuan.web.trace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.trace.QrCodes;

/**
 * 扫一扫: what the camera read, a photo shows or somebody typed leads to the report behind the code, to all of it for the
 * enterprise that filed it, to the public part for everybody else.
 */
@Named
@RequestScoped
public class Scanner {

    @Inject
    private QrCodes codes;

    @Inject
    @Param(name = "code")
    private String code;

    @Inject
    @Param(name = "photo")
    private String photo;

    private ScanRefusal refusal;

    public void open() {
        refusal = ScanRefusal.named(photo);
        if (code != null && !code.isBlank()) {
            codes.recognised(code).ifPresentOrElse(this::show, () -> refusal = ScanRefusal.UNKNOWN);
        }
    }

    private void show(String token) {
        var address = codes.ownReport(token).map("/trace/"::concat).orElse("/q/" + token);
        Faces.redirect(Faces.getRequestContextPath() + address);
    }

    /** Why there is nothing to show, or null. */
    public ScanRefusal getRefusal() {
        return refusal;
    }

    public String getCode() {
        return code;
    }

    public long getMostBytes() {
        return PhotoScan.MOST_BYTES;
    }
}
