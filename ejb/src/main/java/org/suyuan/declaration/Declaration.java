package org.suyuan.declaration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.suyuan.shared.SocialCreditCode;

/**
 * 报关单: an import declaration, pushed by customs and amended or cancelled by customs only. It belongs to the enterprise
 * in {@code cnsnTradeScc}. Rows are written in bulk by {@code DeclarationImport}; this entity only reads.
 */
@Entity
@Table(name = "declaration")
public class Declaration {

    @Id
    private Long id;

    @Column(name = "declaration_no")
    private String declarationNo;

    @Column(name = "customs_district")
    private String customsDistrict;

    @Column(name = "entry_port")
    private String entryPort;

    @Column(name = "import_date")
    private LocalDate importDate;

    @Column(name = "consignee_uscc")
    private SocialCreditCode consigneeUscc;

    @Column(name = "consignee_name")
    private String consigneeName;

    @Column(name = "overseas_shipper")
    private String overseasShipper;

    private boolean cancelled;

    protected Declaration() {}

    public Long id() {
        return id;
    }

    public String declarationNo() {
        return declarationNo;
    }

    /** 申请地海关: 关区代码 where the declaration was lodged, four digits. */
    public String customsDistrict() {
        return customsDistrict;
    }

    /** 进境口岸: port code, six digits. */
    public String entryPort() {
        return entryPort;
    }

    /** 进口日期 ({@code iEDate}). */
    public LocalDate importDate() {
        return importDate;
    }

    public SocialCreditCode consigneeUscc() {
        return consigneeUscc;
    }

    public String consigneeName() {
        return consigneeName;
    }

    /** 境外发货人, or null. */
    public String overseasShipper() {
        return overseasShipper;
    }

    public boolean cancelled() {
        return cancelled;
    }
}
