package org.suyuan.recall.drill;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.suyuan.shared.rules.PlainText;

/** That somebody tried to reach a buyer in a drill. The last attempt counts. */
public class ContactAttempt implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank
    private String drillNo;

    private int buyer;

    @NotNull
    private ContactResult result;

    @Size(max = 300, message = "{drill.note.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String note;

    public String getDrillNo() {
        return drillNo;
    }

    public void setDrillNo(String drillNo) {
        this.drillNo = drillNo;
    }

    /** Number of the buyer in the drill. */
    public int getBuyer() {
        return buyer;
    }

    public void setBuyer(int buyer) {
        this.buyer = buyer;
    }

    public ContactResult getResult() {
        return result;
    }

    public void setResult(ContactResult result) {
        this.result = result;
    }

    /** With whom one spoke, or why nobody was reached; or null. */
    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
