package org.suyuan.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.PhoneNumber;
import org.suyuan.shared.SocialCreditCode;

/** 销售信息: one sale of the reported goods. */
@Entity
@Table(name = "sales_record")
public class SalesRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sales_record_seq")
    @SequenceGenerator(name = "sales_record_seq", sequenceName = "sales_record_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "report_id")
    private TraceReport report;

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

    protected SalesRecord() {}

    SalesRecord(TraceReport report, int rowNo, SalesLine line) {
        this.report = report;
        this.rowNo = rowNo;
        this.buyerName = line.getBuyerName().strip();
        this.buyerUscc = new SocialCreditCode(line.getBuyerUscc());
        this.buyerAddress = line.getBuyerAddress().strip();
        this.buyerContact = new PhoneNumber(line.getBuyerContact()).value();
        this.soldQuantity = line.getSoldQuantity();
        this.deliveryDate = line.getDeliveryDate();
    }

    SalesLine line() {
        var line = new SalesLine();
        line.setBuyerName(buyerName);
        line.setBuyerUscc(buyerUscc.value());
        line.setBuyerAddress(buyerAddress);
        line.setBuyerContact(buyerContact);
        line.setSoldQuantity(soldQuantity.stripTrailingZeros());
        line.setDeliveryDate(deliveryDate);
        return line;
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
