package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.suyuan.shared.EmailAddress;
import org.suyuan.shared.PhoneNumber;
import org.suyuan.shared.SocialCreditCode;

/**
 * An enterprise that imports food or declares for those who do, or an authority (监管部门、海关) that supervises them; known
 * by its 统一社会信用代码.
 */
@Entity
@Table(name = "enterprise")
public class Enterprise {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "enterprise_seq")
    @SequenceGenerator(name = "enterprise_seq", sequenceName = "enterprise_seq", allocationSize = 50)
    private Long id;

    private SocialCreditCode uscc;
    private String name;

    @Column(name = "customs_district")
    private String customsDistrict;

    private boolean authority;

    private String address;

    @Column(name = "legal_representative")
    private String legalRepresentative;

    @Column(name = "recall_person")
    private String recallPerson;

    @Column(name = "recall_phone")
    private String recallPhone;

    @Column(name = "recall_email")
    private String recallEmail;

    @Column(name = "risk_mails")
    private boolean riskMails;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected Enterprise() {}

    /** @param customsDistrict 关区代码 of the district that the enterprise reports to, four digits */
    public Enterprise(SocialCreditCode uscc, String name, String customsDistrict) {
        this.uscc = uscc;
        this.name = name;
        this.customsDistrict = customsDistrict;
    }

    /** One that owns no records, but whose operators read those of all others. */
    static Enterprise authority(SocialCreditCode uscc, String name, String customsDistrict) {
        var authority = new Enterprise(uscc, name, customsDistrict);
        authority.authority = true;
        return authority;
    }

    /** Takes over what the enterprise says of itself. */
    void describe(ProfileForm form) {
        address = orNull(form.getAddress());
        legalRepresentative = orNull(form.getLegalRepresentative());
        recallPerson = orNull(form.getRecallPerson());
        recallPhone = orNull(form.getRecallPhone()) == null ? null : new PhoneNumber(form.getRecallPhone()).value();
        recallEmail = orNull(form.getRecallEmail()) == null ? null : new EmailAddress(form.getRecallEmail()).value();
        riskMails = form.isRiskMails();
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public Long id() {
        return id;
    }

    public SocialCreditCode uscc() {
        return uscc;
    }

    public String name() {
        return name;
    }

    public String customsDistrict() {
        return customsDistrict;
    }

    boolean isAuthority() {
        return authority;
    }

    /** What it says of itself, as far as it has. */
    public EnterpriseProfile profile() {
        return new EnterpriseProfile(
                name, address, legalRepresentative, recallPerson, recallPhone, recallEmail, riskMails);
    }

    /** The form that edits the profile. */
    ProfileForm form() {
        var form = new ProfileForm();
        form.setLockVersion(lockVersion);
        form.setAddress(address);
        form.setLegalRepresentative(legalRepresentative);
        form.setRecallPerson(recallPerson);
        form.setRecallPhone(recallPhone);
        form.setRecallEmail(recallEmail);
        form.setRiskMails(riskMails);
        return form;
    }

    int lockVersion() {
        return lockVersion;
    }
}
