package org.suyuan.matching;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.suyuan.shared.rules.PlainText;

/** Why a match does concern the importer's goods, or does not. */
public class MatchDecision implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{match.reason.required}")
    @Size(max = 500, message = "{match.reason.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String reason;

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
