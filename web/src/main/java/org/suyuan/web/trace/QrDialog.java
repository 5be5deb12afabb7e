package org.suyuan.web.trace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.suyuan.trace.QrCodes;

/** The dialog 追溯二维码. */
@Named
@RequestScoped
public class QrDialog {

    @Inject
    private QrCodes codes;

    private String token;

    public void show(String token) {
        this.token = token;
    }

    public String getToken() {
        return token;
    }

    /** What the code says. */
    public String getAddress() {
        return codes.address(token);
    }
}
