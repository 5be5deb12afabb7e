package org.suyuan.identity;

import java.io.Serializable;
import org.suyuan.shared.EmailAddress;
import org.suyuan.shared.rules.ValidEmailAddress;

/** The mail address at which an operator wants links for a new password. */
public class OwnEmail implements Serializable {

    private static final long serialVersionUID = 1L;

    @ValidEmailAddress
    private String email;

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** As it is kept; null for none. */
    String value() {
        return email == null || email.isBlank() ? null : new EmailAddress(email).value();
    }
}
