package org.suyuan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.suyuan.shared.rules.PlainText;

/** Why an authorisation ends before its last day; the other side reads it. */
public class Revocation implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{agent.reason.required}")
    @Size(max = 200, message = "{agent.reason.size}")
    @PlainText
    private String reason;

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
