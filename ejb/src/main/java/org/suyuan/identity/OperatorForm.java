package org.suyuan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Locale;
import org.suyuan.shared.EmailAddress;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.shared.rules.ValidEmailAddress;

/** Who gets an account: what the operator signs in with, and who it is. */
public class OperatorForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{identity.loginName.required}")
    @Pattern(regexp = "\\s*([A-Za-z0-9][A-Za-z0-9._@-]{3,49})?\\s*", message = "{identity.loginName.shape}")
    private String loginName;

    @NotBlank(message = "{identity.personName.required}")
    @Size(max = 50, message = "{identity.personName.size}")
    @PlainText
    private String personName;

    @ValidEmailAddress
    private String email;

    public String getLoginName() {
        return loginName;
    }

    public void setLoginName(String loginName) {
        this.loginName = loginName;
    }

    /** As it is kept: capital letters make no difference. */
    String loginName() {
        return loginName.strip().toLowerCase(Locale.ROOT);
    }

    public String getPersonName() {
        return personName;
    }

    public void setPersonName(String personName) {
        this.personName = personName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** As it is kept, or null. */
    String email() {
        return email == null || email.isBlank() ? null : new EmailAddress(email).value();
    }
}
