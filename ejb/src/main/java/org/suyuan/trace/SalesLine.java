package org.suyuan.trace;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.rules.NotAfterToday;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.shared.rules.ValidPhoneNumber;
import org.suyuan.shared.rules.ValidSocialCreditCode;

/** One row of 销售信息 as the filer enters it: to whom, how much, when (食品安全法 art. 98). */
public class SalesLine implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{sale.buyerName.required}")
    @Size(max = 200, message = "{sale.buyerName.size}")
    @PlainText
    private String buyerName;

    @NotBlank(message = "{sale.buyerUscc.required}")
    @ValidSocialCreditCode
    private String buyerUscc;

    @NotBlank(message = "{sale.buyerAddress.required}")
    @Size(max = 300, message = "{sale.buyerAddress.size}")
    @PlainText
    private String buyerAddress;

    @NotBlank(message = "{sale.buyerContact.required}")
    @ValidPhoneNumber
    private String buyerContact;

    @NotNull(message = "{sale.soldQuantity.required}")
    @Positive(message = "{sale.soldQuantity.positive}")
    @Digits(integer = 14, fraction = 5, message = "{sale.soldQuantity.digits}")
    private BigDecimal soldQuantity;

    @NotNull(message = "{sale.deliveryDate.required}")
    @NotAfterToday(message = "{sale.deliveryDate.future}")
    private LocalDate deliveryDate;

    public SalesLine() {}

    /** A copy to edit in a dialog that may be closed without 确定. */
    public SalesLine(SalesLine other) {
        this.buyerName = other.buyerName;
        this.buyerUscc = other.buyerUscc;
        this.buyerAddress = other.buyerAddress;
        this.buyerContact = other.buyerContact;
        this.soldQuantity = other.soldQuantity;
        this.deliveryDate = other.deliveryDate;
    }

    public String getBuyerName() {
        return buyerName;
    }

    public void setBuyerName(String buyerName) {
        this.buyerName = buyerName;
    }

    public String getBuyerUscc() {
        return buyerUscc;
    }

    public void setBuyerUscc(String buyerUscc) {
        this.buyerUscc = buyerUscc;
    }

    public String getBuyerAddress() {
        return buyerAddress;
    }

    public void setBuyerAddress(String buyerAddress) {
        this.buyerAddress = buyerAddress;
    }

    public String getBuyerContact() {
        return buyerContact;
    }

    public void setBuyerContact(String buyerContact) {
        this.buyerContact = buyerContact;
    }

    public BigDecimal getSoldQuantity() {
        return soldQuantity;
    }

    public void setSoldQuantity(BigDecimal soldQuantity) {
        this.soldQuantity = soldQuantity;
    }

    public LocalDate getDeliveryDate() {
        return deliveryDate;
    }

    public void setDeliveryDate(LocalDate deliveryDate) {
        this.deliveryDate = deliveryDate;
    }
}
