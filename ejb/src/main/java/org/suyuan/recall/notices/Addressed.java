package org.suyuan.recall.notices;

import jakarta.validation.constraints.NotBlank;
import java.io.Serializable;
import org.suyuan.shared.rules.ValidEmailAddress;

/** Where a buyer is to get the notice. */
public class Addressed implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{notice.email.required}")
    @ValidEmailAddress
    private String email;

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
