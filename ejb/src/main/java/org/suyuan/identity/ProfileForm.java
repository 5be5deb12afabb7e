package org.suyuan.identity;

import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.shared.rules.ValidEmailAddress;
import org.suyuan.shared.rules.ValidPhoneNumber;

/** 企业资料 as an operator enters it; nothing of it is required. */
public class ProfileForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private int lockVersion;

    @Size(max = 300, message = "{profile.address.size}")
    @PlainText
    private String address;

    @Size(max = 50, message = "{profile.legalRepresentative.size}")
    @PlainText
    private String legalRepresentative;

    @Size(max = 50, message = "{profile.recallPerson.size}")
    @PlainText
    private String recallPerson;

    @ValidPhoneNumber
    private String recallPhone;

    @ValidEmailAddress
    private String recallEmail;

    private boolean riskMails;

    /** State of the enterprise that this form was filled from; one that changed meanwhile refuses the form. */
    public int getLockVersion() {
        return lockVersion;
    }

    public void setLockVersion(int lockVersion) {
        this.lockVersion = lockVersion;
    }

    /** 住所 */
    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    /** 法定代表人 */
    public String getLegalRepresentative() {
        return legalRepresentative;
    }

    public void setLegalRepresentative(String legalRepresentative) {
        this.legalRepresentative = legalRepresentative;
    }

    /** 召回负责人 */
    public String getRecallPerson() {
        return recallPerson;
    }

    public void setRecallPerson(String recallPerson) {
        this.recallPerson = recallPerson;
    }

    /** 联系电话 of that person */
    public String getRecallPhone() {
        return recallPhone;
    }

    public void setRecallPhone(String recallPhone) {
        this.recallPhone = recallPhone;
    }

    /** where mails about recalls go */
    public String getRecallEmail() {
        return recallEmail;
    }

    public void setRecallEmail(String recallEmail) {
        this.recallEmail = recallEmail;
    }

    /** whether mails about risk matches go to that address, too */
    public boolean isRiskMails() {
        return riskMails;
    }

    public void setRiskMails(boolean riskMails) {
        this.riskMails = riskMails;
    }
}
