package org.suyuan.recall.drill;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.suyuan.shared.SocialCreditCode;

/** Who had bought of the lots when the drill began, and whether he could be reached. */
@Entity
@IdClass(DrillLine.class)
@Table(name = "drill_buyer")
public class DrillBuyer implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "drill_id")
    private long drillId;

    @Id
    private int ordinal;

    private SocialCreditCode uscc;

    private String name;

    private String address;

    private String contact;

    @Column(name = "sold_quantity")
    private BigDecimal soldQuantity;

    private long sales;

    @Column(name = "last_delivery")
    private LocalDate lastDelivery;

    @Enumerated(EnumType.STRING)
    private ContactResult result;

    private String note;

    @Column(name = "tried_by")
    private String triedBy;

    @Column(name = "tried_at")
    private Instant triedAt;

    protected DrillBuyer() {}

    void tried(ContactResult newResult, String newNote, String operator, Instant now) {
        result = newResult;
        note = newNote == null ? null : newNote.strip();
        triedBy = operator;
        triedAt = now;
    }

    /** 1 for who bought most. */
    public int ordinal() {
        return ordinal;
    }

    public SocialCreditCode uscc() {
        return uscc;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public String contact() {
        return contact;
    }

    /** In the unit of the declaration. */
    public BigDecimal soldQuantity() {
        return soldQuantity;
    }

    /** How many sales. */
    public long sales() {
        return sales;
    }

    public LocalDate lastDelivery() {
        return lastDelivery;
    }

    /** Null while nobody tried. */
    public ContactResult result() {
        return result;
    }

    public String note() {
        return note;
    }

    public String triedBy() {
        return triedBy;
    }

    public Instant triedAt() {
        return triedAt;
    }
}
