package org.suyuan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.shared.rules.ValidSocialCreditCode;

/** An operator of an authority (监管部门、海关) gets an account; the authority becomes known with its first one. */
public class RegulatorForm extends OperatorForm {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{identity.uscc.required}")
    @ValidSocialCreditCode
    private final String uscc;

    @NotBlank(message = "{identity.authorityName.required}")
    @Size(max = 200, message = "{identity.authorityName.size}")
    @PlainText
    private final String authorityName;

    @NotBlank(message = "{identity.customsDistrict.required}")
    private final String customsDistrict;

    RegulatorForm(String loginName, String personName, String uscc, String authorityName, String customsDistrict) {
        setLoginName(loginName);
        setPersonName(personName);
        this.uscc = uscc;
        this.authorityName = authorityName;
        this.customsDistrict = customsDistrict;
    }

    public String getUscc() {
        return uscc;
    }

    public String getAuthorityName() {
        return authorityName;
    }

    public String getCustomsDistrict() {
        return customsDistrict;
    }
}
