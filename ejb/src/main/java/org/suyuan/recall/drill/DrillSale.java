package org.suyuan.recall.drill;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.TraceStatus;

/** A sale as it was when the drill began. Written by {@link ForwardTrace} and never changed. */
@Entity
@IdClass(DrillLine.class)
@Table(name = "drill_sale")
public class DrillSale {

    @Id
    @Column(name = "drill_id")
    private long drillId;

    @Id
    private int ordinal;

    @Column(name = "unified_no")
    private String unifiedNo;

    @Enumerated(EnumType.STRING)
    private TraceStatus status;

    @Column(name = "batch_no")
    private String batchNo;

    @Column(name = "row_no")
    private int rowNo;

    @Column(name = "buyer_name")
    private String buyerName;

    @Column(name = "buyer_uscc")
    private SocialCreditCode buyerUscc;

    @Column(name = "buyer_address")
    private String buyerAddress;

    @Column(name = "buyer_contact")
    private String buyerContact;

    @Column(name = "sold_quantity")
    private BigDecimal soldQuantity;

    @Column(name = "delivery_date")
    private LocalDate deliveryDate;

    protected DrillSale() {}

    /** 1 for the first sale of the drill. */
    public int ordinal() {
        return ordinal;
    }

    /** The report it stood in. */
    public String unifiedNo() {
        return unifiedNo;
    }

    /** Of the report at that time; only those of live reports count as sold. */
    public TraceStatus status() {
        return status;
    }

    public String batchNo() {
        return batchNo;
    }

    public int rowNo() {
        return rowNo;
    }

    public String buyerName() {
        return buyerName;
    }

    public SocialCreditCode buyerUscc() {
        return buyerUscc;
    }

    public String buyerAddress() {
        return buyerAddress;
    }

    public String buyerContact() {
        return buyerContact;
    }

    /** In the unit of the declaration. */
    public BigDecimal soldQuantity() {
        return soldQuantity;
    }

    public LocalDate deliveryDate() {
        return deliveryDate;
    }
}
