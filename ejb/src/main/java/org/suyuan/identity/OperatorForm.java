package org.suyuan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Locale;
import org.suyuan.shared.rules.PlainText;

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
}
