package org.suyuan.recall;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.rules.PlainText;
import org.suyuan.shared.rules.ValidMobileNumber;

/** One row of 召回处理情况 as the operator enters it (figure 5-16). */
@EndsAfterStart
public class ActionLine implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{recall.responsiblePerson.required}")
    @Size(max = 50, message = "{recall.responsiblePerson.size}")
    @PlainText
    private String responsiblePerson;

    @NotBlank(message = "{recall.phone.required}")
    @ValidMobileNumber
    private String phone;

    @NotNull(message = "{recall.startDate.required}")
    private LocalDate startDate;

    @NotNull(message = "{recall.endDate.required}")
    private LocalDate endDate;

    @NotNull(message = "{recall.recalledQuantity.required}")
    @PositiveOrZero(message = "{recall.recalledQuantity.negative}")
    @Digits(integer = 14, fraction = 5, message = "{recall.recalledQuantity.digits}")
    private BigDecimal recalledQuantity;

    @Size(max = 1000, message = "{recall.measures.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String measures;

    private Long noticeId;

    public ActionLine() {}

    /** A copy to edit in a dialog that may be closed without 确认. */
    public ActionLine(ActionLine other) {
        this.responsiblePerson = other.responsiblePerson;
        this.phone = other.phone;
        this.startDate = other.startDate;
        this.endDate = other.endDate;
        this.recalledQuantity = other.recalledQuantity;
        this.measures = other.measures;
        this.noticeId = other.noticeId;
    }

    public String getResponsiblePerson() {
        return responsiblePerson;
    }

    public void setResponsiblePerson(String responsiblePerson) {
        this.responsiblePerson = responsiblePerson;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public LocalDate getStartDate() {
        return startDate;
    }

    public void setStartDate(LocalDate startDate) {
        this.startDate = startDate;
    }

    public LocalDate getEndDate() {
        return endDate;
    }

    public void setEndDate(LocalDate endDate) {
        this.endDate = endDate;
    }

    /** In the unit of the declaration. */
    public BigDecimal getRecalledQuantity() {
        return recalledQuantity;
    }

    public void setRecalledQuantity(BigDecimal recalledQuantity) {
        this.recalledQuantity = recalledQuantity;
    }

    public String getMeasures() {
        return measures;
    }

    public void setMeasures(String measures) {
        this.measures = measures;
    }

    /** The notice whose confirmed return this row takes over; null for what the importer knows otherwise. */
    public Long getNoticeId() {
        return noticeId;
    }

    public void setNoticeId(Long noticeId) {
        this.noticeId = noticeId;
    }
}
