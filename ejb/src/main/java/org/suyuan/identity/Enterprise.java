package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.suyuan.shared.SocialCreditCode;

/** An enterprise that imports food or declares for those who do; known to customs by its 统一社会信用代码. */
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

    protected Enterprise() {}

    /** @param customsDistrict 关区代码 of the district that the enterprise reports to, four digits */
    public Enterprise(SocialCreditCode uscc, String name, String customsDistrict) {
        this.uscc = uscc;
        this.name = name;
        this.customsDistrict = customsDistrict;
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
}
