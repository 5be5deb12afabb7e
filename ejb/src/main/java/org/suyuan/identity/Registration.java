package org.suyuan.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.suyuan.shared.PhoneNumber;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.shared.rules.ValidPhoneNumber;
import org.suyuan.shared.rules.ValidSocialCreditCode;

/** 无卡用户注册 (U6): an operator asks for an account of an enterprise. */
public class Registration extends OperatorForm {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{identity.uscc.required}")
    @ValidSocialCreditCode
    private String uscc;

    @NotBlank(message = "{identity.enterpriseName.required}")
    @Size(max = 200, message = "{identity.enterpriseName.size}")
    @PlainText
    private String enterpriseName;

    @NotBlank(message = "{identity.customsDistrict.required}")
    private String customsDistrict;

    @NotBlank(message = "{identity.phone.required}")
    @ValidPhoneNumber
    private String phone;

    @Valid
    private final NewPassword password = new NewPassword();

    @AssertTrue(message = "{identity.terms.required}")
    private boolean termsAccepted;

    public String getUscc() {
        return uscc;
    }

    public void setUscc(String uscc) {
        this.uscc = uscc;
    }

    public String getEnterpriseName() {
        return enterpriseName;
    }

    public void setEnterpriseName(String enterpriseName) {
        this.enterpriseName = enterpriseName;
    }

    /** 关区代码 of the district that the enterprise reports to. */
    public String getCustomsDistrict() {
        return customsDistrict;
    }

    public void setCustomsDistrict(String customsDistrict) {
        this.customsDistrict = customsDistrict;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    String phone() {
        return new PhoneNumber(phone).value();
    }

    public NewPassword getPassword() {
        return password;
    }

    public boolean isTermsAccepted() {
        return termsAccepted;
    }

    public void setTermsAccepted(boolean termsAccepted) {
        this.termsAccepted = termsAccepted;
    }
}
