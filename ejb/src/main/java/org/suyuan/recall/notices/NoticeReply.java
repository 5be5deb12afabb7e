package org.suyuan.recall.notices;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.shared.rules.ValidPhoneNumber;

/** What a buyer confirms: that the food is off the shelves, and what becomes of what was bought. */
public class NoticeReply implements Serializable {

    private static final long serialVersionUID = 1L;

    @AssertTrue(message = "{notice.saleStopped.required}")
    private boolean saleStopped;

    @NotNull(message = "{notice.returned.required}")
    @PositiveOrZero(message = "{notice.quantity.negative}")
    @Digits(integer = 14, fraction = 5, message = "{notice.quantity.digits}")
    private BigDecimal returned;

    @PositiveOrZero(message = "{notice.quantity.negative}")
    @Digits(integer = 14, fraction = 5, message = "{notice.quantity.digits}")
    private BigDecimal unrecoverable;

    @NotBlank(message = "{notice.contactPerson.required}")
    @Size(max = 50, message = "{notice.contactPerson.size}")
    @PlainText
    private String contactPerson;

    @NotBlank(message = "{notice.phone.required}")
    @ValidPhoneNumber
    private String phone;

    @Size(max = 1000, message = "{notice.remark.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String remark;

    /** The food is no longer sold and is kept apart. */
    public boolean isSaleStopped() {
        return saleStopped;
    }

    public void setSaleStopped(boolean saleStopped) {
        this.saleStopped = saleStopped;
    }

    /** 退回数量 in the unit of the declaration */
    public BigDecimal getReturned() {
        return returned;
    }

    public void setReturned(BigDecimal returned) {
        this.returned = returned;
    }

    /** 无法召回: sold on or eaten; none counts as 0. */
    public BigDecimal getUnrecoverable() {
        return unrecoverable;
    }

    public void setUnrecoverable(BigDecimal unrecoverable) {
        this.unrecoverable = unrecoverable;
    }

    /** Who says so. */
    public String getContactPerson() {
        return contactPerson;
    }

    public void setContactPerson(String contactPerson) {
        this.contactPerson = contactPerson;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
